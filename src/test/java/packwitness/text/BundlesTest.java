package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import packwitness.value.Lang;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The two languages say the same things in the same places. */
class BundlesTest {
    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (String room : Bundles.rooms())
            assertEquals(
                    new TreeSet<>(Bundles.keys(room, Lang.ZH)),
                    new TreeSet<>(Bundles.keys(room, Lang.EN)),
                    room);
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String room : Bundles.rooms())
            for (Lang lang : Lang.values()) {
                List<String> keys = new ArrayList<>(Bundles.keys(room, lang));
                new HashSet<>(keys).forEach(keys::remove);
                assertEquals(List.of(), keys, room + " " + lang);
            }
    }

    @Test
    void everyKeyIsReadAndBeginsWithItsRoom() throws IOException {
        for (String room : Bundles.rooms())
            for (Lang lang : Lang.values()) {
                var patterns = Bundle.read(room, lang).patterns();
                assertEquals(
                        new TreeSet<>(Bundles.keys(room, lang)), new TreeSet<>(patterns.keySet()));
                for (String key : patterns.keySet())
                    assertEquals(room, key.substring(0, key.indexOf('.')), key);
            }
    }

    @Test
    void everySentenceHasTheSamePlacesInBothLanguages() throws IOException {
        List<String> different = new ArrayList<>();
        for (String room : Bundles.rooms()) {
            Map<String, String> english = Bundle.read(room, Lang.EN).patterns();
            Bundle.read(room, Lang.ZH)
                    .patterns()
                    .forEach((key, pattern) -> {
                        String other = english.getOrDefault(key, "");
                        if (!Bundles.places(pattern).equals(Bundles.places(other)))
                            different.add(key);
                    });
        }
        assertEquals(List.of(), different);
    }

    @Test
    void everySentenceCanBeFilledAndNoApostropheIsLost() throws IOException {
        for (String room : Bundles.rooms())
            for (Lang lang : Lang.values())
                Bundle.read(room, lang)
                        .patterns()
                        .forEach((key, pattern) -> {
                            assertDoesNotThrow(() -> Bundles.places(pattern), key);
                            String doubled = pattern.replace("''", "");
                            assertEquals(-1, doubled.indexOf('\''), key + ": write '' for '");
                            assertEquals(pattern.strip(), pattern, key);
                        });
    }
}
