package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the stated facts may amount to. An aid for arranging evidence: only authorities and courts
 * qualify an act.
 *
 * @param cumulativeObtained the sum that counts for one person within the period for prosecution
 * @param twoYearsObtained the part of it within two years before the day asked for
 * @param explanation the way to the result, step by step, with what would change it at the end
 * @param forums the comparison of places, the decisive one first
 * @param changes which further fact alone would change the tier, the likeliest first
 */
public record Qualification(
        Tier tier,
        Wording tierMeaning,
        List<Tier> tierAlternatives,
        Fen cumulativeObtained,
        Fen cumulativeAttempted,
        Fen twoYearsObtained,
        Fen twoYearsAttempted,
        List<Citation> mustCite,
        List<Citation> mayCite,
        List<Barred> mustNotCite,
        List<Warning> warnings,
        List<Deadline> deadlines,
        List<Reason> explanation,
        List<ForumResult> forums,
        List<Change> changes,
        List<Wording> disclaimers) {
    public Qualification {
        tierAlternatives = List.copyOf(tierAlternatives);
        mustCite = List.copyOf(mustCite);
        mayCite = List.copyOf(mayCite);
        mustNotCite = List.copyOf(mustNotCite);
        warnings = List.copyOf(warnings);
        deadlines = List.copyOf(deadlines);
        explanation = List.copyOf(explanation);
        forums = List.copyOf(forums);
        changes = List.copyOf(changes);
        disclaimers = List.copyOf(disclaimers);
    }

    /** Returns the same with these changes, said at the end of the explanation as well. */
    Qualification with(List<Change> found) {
        List<Reason> said = new ArrayList<>(explanation);
        for (Change change : found) {
            said.add(new Reason(Reason.Step.CHANGE, "change_" + change.fact(), change.text()));
        }
        return new Qualification(
                tier,
                tierMeaning,
                tierAlternatives,
                cumulativeObtained,
                cumulativeAttempted,
                twoYearsObtained,
                twoYearsAttempted,
                mustCite,
                mayCite,
                mustNotCite,
                warnings,
                deadlines,
                said,
                forums,
                found,
                disclaimers);
    }

    /** Returns maps, lists and strings only, keys in the vocabulary of the scenarios. */
    public Map<String, Object> toJson() {
        return QualificationJson.of(this);
    }
}
