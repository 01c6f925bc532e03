package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import packwitness.inspect.c2pa.TrustListProblem;
import packwitness.value.Lang;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Every finding has its three sentences, and none of them says too much. */
class FindingWordsTest {
    private static final List<String> NEVER =
            List.of(
                    "fake",
                    "genuine",
                    "tamper-proof",
                    "authentic",
                    "伪造",
                    "真实",
                    "不可篡改",
                    "铁证",
                    "造假",
                    "%",
                    "％");

    @Test
    void everyKindHasItsWordsInBothLanguages() {
        Set<String> wanted = new TreeSet<>();
        for (FindingKind kind : FindingKind.values()) add(wanted, "finding." + kind);
        for (SignKind kind : SignKind.values()) add(wanted, "sign." + kind);
        for (Question question : Question.values()) add(wanted, "question." + question);
        for (Lang lang : Lang.values()) {
            for (Question question : Question.values())
                assertFalse(question.words(lang).says().isBlank());
            ResourceBundle bundle =
                    ResourceBundle.getBundle("packwitness/inspect/findings", lang.locale());
            assertEquals(lang.code(), bundle.getLocale().getLanguage());
            assertEquals(wanted, new TreeSet<>(bundle.keySet()));
            for (FindingKind kind : FindingKind.values())
                assertFalse(kind.words(lang).doesNotProve().isBlank());
            for (SignKind kind : SignKind.values())
                assertFalse(kind.words(lang).proves().isBlank());
        }
    }

    private static void add(Set<String> wanted, String key) {
        wanted.addAll(List.of(key + ".says", key + ".proves", key + ".doesNotProve"));
    }

    @Test
    void everyProblemHasItsThreeTexts() {
        for (Lang lang : Lang.values()) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("packwitness/text/inspect", lang.locale());
            for (TrustListProblem problem : TrustListProblem.values())
                for (String part : List.of(".what", ".safe", ".todo"))
                    assertFalse(bundle.getString(problem.key() + part).isBlank());
        }
    }

    @Test
    void noSentenceSaysMoreThanTheBytes() {
        for (Lang lang : Lang.values()) {
            for (String name :
                    List.of("packwitness/inspect/findings", "packwitness/text/inspect")) {
                ResourceBundle bundle = ResourceBundle.getBundle(name, lang.locale());
                for (String key : bundle.keySet()) {
                    String text = bundle.getString(key).toLowerCase(Locale.ROOT);
                    assertEquals(
                            List.of(),
                            NEVER.stream().filter(text::contains).toList(),
                            key + " " + lang);
                }
            }
        }
    }

    @Test
    void findingsKeepTheNamesOfTheTruthTable() {
        assertEquals(15, Arrays.stream(FindingKind.values()).map(Enum::name).distinct().count());
    }
}
