package packwitness.ui.kit;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The keys of one place: what each does and the words for it. The place lets it handle its keys,
 * and the cheat sheet is made from the same lines, so that neither can say what the other does not
 * do. FX thread only.
 */
public final class Keymap {
    /** One line of the cheat sheet: the key of its words, and the keys that do it. */
    public record Line(String says, List<KeyCombination> keys) {}

    private record Bound(Line line, BooleanSupplier deed) {}

    private final String title;
    private final List<Bound> all = new ArrayList<>();

    /** Makes an empty one; the title is the key of its words. */
    public Keymap(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Binds the keys to a deed that is always possible. */
    public Keymap on(String says, Runnable deed, KeyCombination... keys) {
        return when(
                says,
                () -> {
                    deed.run();
                    return true;
                },
                keys);
    }

    /** Binds the keys to a deed that returns false where it did not apply; others may have it. */
    public Keymap when(String says, BooleanSupplier deed, KeyCombination... keys) {
        all.add(new Bound(new Line(says, List.of(keys)), deed));
        return this;
    }

    /** Names keys that a control handles by itself, such as the arrows in a table. */
    public Keymap tells(String says, KeyCombination... keys) {
        return when(says, () -> false, keys);
    }

    /** Does what the pressed key is bound to and ends the event; returns whether it did. */
    public boolean handle(KeyEvent pressed) {
        if (pressed.getEventType() != KeyEvent.KEY_PRESSED) return false;
        for (Bound bound : all) {
            if (bound.line().keys().stream().noneMatch(key -> key.match(pressed))) continue;
            if (!bound.deed().getAsBoolean()) continue;
            pressed.consume();
            return true;
        }
        return false;
    }

    public List<Line> lines() {
        return all.stream().map(Bound::line).toList();
    }

    /** Returns the key alone. */
    public static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /** Returns the key with Ctrl, or with Command on a Mac. */
    public static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** Returns the key with Ctrl (Command on a Mac) and Shift. */
    public static KeyCombination ctrlShift(KeyCode code) {
        return new KeyCodeCombination(
                code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** Returns the key with Alt. */
    public static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    /** Returns the key with Shift. */
    public static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }
}
