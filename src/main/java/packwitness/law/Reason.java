package packwitness.law;

import packwitness.value.Wording;

/**
 * One step of the way to the result.
 *
 * @param rule id of the rule, or name of the sentence, that took it
 */
public record Reason(Step step, String rule, Wording text) {
    /** What kind of step it is, in the order of the way. */
    public enum Step {
        /** What was added up and what was left out. */
        SUM,
        /** What the sums reach in one place. */
        PLACE,
        /** A rule that moved or kept the tier. */
        TIER,
        /** A rule that called for provisions or warnings. */
        RULE,
        /** A further fact that alone would change the tier. */
        CHANGE
    }
}
