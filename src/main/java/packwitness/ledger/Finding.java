package packwitness.ledger;

import packwitness.value.Lang;

import java.util.List;

/**
 * One thing a check saw.
 *
 * @param about the file, row or take it concerns
 * @param word key of its sentence in the bundle checks
 * @param values what stands in the places {0}, {1} … of the sentence
 */
public record Finding(Outcome outcome, String about, String word, List<String> values) {
    public Finding {
        values = List.copyOf(values);
    }

    /** Returns the sentence, with what it concerns in front. */
    public String text(Lang lang) {
        return about + ": " + CheckWords.of(lang).sentence(word, values);
    }
}
