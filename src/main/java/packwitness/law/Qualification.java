package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.util.List;
import java.util.Map;

/**
 * What the stated facts may amount to. An aid for arranging evidence: only authorities and courts
 * qualify an act.
 *
 * @param cumulativeObtained the sum that counts for one person within the period for prosecution
 * @param twoYearsObtained the part of it within two years before the day asked for
 * @param forums the comparison of places, the decisive one first
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
        disclaimers = List.copyOf(disclaimers);
    }

    /** Returns maps, lists and strings only, keys in the vocabulary of the scenarios. */
    public Map<String, Object> toJson() {
        return QualificationJson.of(this);
    }
}
