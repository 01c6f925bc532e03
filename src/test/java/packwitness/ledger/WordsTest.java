package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class WordsTest {
    private static final Pattern KEY =
            Pattern.compile(
                    "\"((arm|bag|bracket|checkpoint|clock|copy|events|file|frame|history|key|limit|pdf|readme"
                        + "|roles|row|salt|shown|stamp|take|unreadable)\\.[A-Za-z]+)\"");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertEquals(CheckWords.of(Lang.ZH).keys(), CheckWords.of(Lang.EN).keys());
    }

    @Test
    void everyWordUsedIsThereAndEveryWordThereIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.list(Path.of("src/main/java/packwitness/ledger"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher key = KEY.matcher(Files.readString(file));
                while (key.find()) used.add(key.group(1));
            }
        }
        used.remove("key.pem");
        Set<String> there = new TreeSet<>(CheckWords.of(Lang.EN).keys());
        there.removeIf(key -> key.matches("C[0-9]+\\.(title|proves|not|nodata)|more|unreadable"));
        assertEquals(there, used);
        for (int i = 1; i <= Findings.CHECKS; i++)
            for (String part : List.of("title", "proves", "not", "nodata"))
                assertFalse(CheckWords.of(Lang.ZH).sentence("C" + i + "." + part).isBlank());
    }

    @Test
    void everyProblemHasItsThreeSentencesInBothLanguages() throws IOException {
        for (String lang : List.of("zh", "en")) {
            Properties words = new Properties();
            words.load(
                    new StringReader(
                            Files.readString(
                                    Path.of(
                                            "src/main/resources/packwitness/text/ledger_"
                                                    + lang
                                                    + ".properties"))));
            for (LedgerProblem problem : LedgerProblem.values())
                for (String part : List.of("what", "safe", "todo"))
                    assertTrue(
                            words.containsKey(problem.key() + "." + part),
                            lang + " " + problem.key() + "." + part);
        }
    }

    @Test
    void wordsThatAVerifierMustNeverSayAreNotSaid() throws IOException {
        for (Path file :
                List.of(
                        Path.of("src/main/resources/packwitness/ledger"),
                        Path.of("src/main/resources/packwitness/text")))
            try (var all = Files.list(file)) {
                for (Path one : all.filter(p -> !p.toString().endsWith(".pem")).toList())
                    if (one.toString().contains("ledger"))
                        for (String word :
                                List.of(
                                        "不可篡改",
                                        "法院认可",
                                        "铁证",
                                        "伪造",
                                        "tamper-proof",
                                        "genuine",
                                        "fake"))
                            assertFalse(Files.readString(one).contains(word), one + " " + word);
            }
    }
}
