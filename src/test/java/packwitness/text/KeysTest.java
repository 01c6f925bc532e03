package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import packwitness.house.Sources;
import packwitness.value.Lang;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keys are looked at from both sides: those the code asks for exist, and those that exist are asked
 * for. Keys put together at run time count by their known parts.
 */
class KeysTest {
    private static final Pattern OF_A_PROBLEM =
            Pattern.compile("\\w+\\.[A-Z][A-Z0-9_]*\\.(what|safe|todo)");

    @Test
    void everyKeyAskedForExists() throws IOException {
        List<String> known = keys();
        List<String> missing =
                Sources.all().said().stream()
                        .filter(text -> known.stream().noneMatch(text::fits))
                        .map(Sources.Text::toString)
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyKeyThatExistsIsAskedFor() throws IOException {
        List<Sources.Text> texts =
                Sources.all().texts().stream().filter(KeysTest::saysEnough).toList();
        List<String> unused =
                keys().stream()
                        .filter(key -> !OF_A_PROBLEM.matcher(key).matches())
                        .filter(key -> texts.stream().noneMatch(text -> text.fits(key)))
                        .toList();
        assertEquals(List.of(), unused);
    }

    // A pattern such as "anything, a dot, anything" would fit every key.
    private static boolean saysEnough(Sources.Text text) {
        return text.known().chars().filter(Character::isLetter).count() >= 3;
    }

    private static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String room : Bundles.rooms()) keys.addAll(Bundles.keys(room, Lang.ZH));
        return keys;
    }
}
