package packwitness.scan;

import packwitness.value.Problem;

/** What can be wrong with a shop's own file of rules; the shipped rules go on working. */
public enum ScanProblem implements Problem {
    /** {0} file. */
    RULES_UNREADABLE,
    /** {0} file, {1} place, {2} the pattern. */
    PATTERN_BAD,
    /** {0} file, {1} place, {2} the pattern. */
    PATTERN_SLOW;

    @Override
    public String key() {
        return "scan." + name();
    }
}
