package packwitness.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class KeymapTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void keyThatIsListedDoesWhatItSays() {
        Keymap map =
                new Keymap("kit.keys.title")
                        .on("kit.jobs.title", () -> done.add("f2"), Keymap.key(KeyCode.F2));
        KeyEvent event = press(KeyCode.F2, false);
        assertTrue(map.handle(event));
        assertTrue(event.isConsumed());
        assertEquals(List.of("f2"), done);
        assertEquals("kit.jobs.title", map.lines().getFirst().says());
    }

    @Test
    void deedThatDoesNotApplyLeavesTheKeyToOthers() {
        Keymap map =
                new Keymap("kit.keys.title")
                        .when("kit.jobs.title", () -> false, Keymap.key(KeyCode.F2));
        KeyEvent event = press(KeyCode.F2, false);
        assertFalse(map.handle(event));
        assertFalse(event.isConsumed());
    }

    @Test
    void namesStandAsOnKeyCaps() {
        assertEquals("F1", KeySheet.name(Keymap.key(KeyCode.F1)));
        assertEquals("←", KeySheet.name(Keymap.key(KeyCode.LEFT)));
        assertTrue(KeySheet.name(Keymap.alt(KeyCode.LEFT)).endsWith("+←"));
        assertTrue(KeySheet.name(Keymap.ctrlShift(KeyCode.E)).endsWith("E"));
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
