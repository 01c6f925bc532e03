package packwitness.ui.desk;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import packwitness.ui.kit.UsKeyboard;

import java.util.Optional;

/**
 * Listens for the scanner while somebody types elsewhere: what comes as fast as only a scanner
 * types is a scan of the desk all the same, and is taken out of the field again. FX thread only.
 */
public final class Overheard {
    private final DeskViewModel model;
    private final BurstEar ear = new BurstEar(ScanWords::isUnderstood, ScanWords::isUnmistakable);

    public Overheard(DeskViewModel model) {
        this.model = model;
    }

    /** Takes a key that is meant for a field; returns whether it was the end of a scan. */
    public boolean heard(KeyEvent event) {
        long now = model.nanos();
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            event.getCharacter()
                    .chars()
                    .filter(key -> !Character.isISOControl(key))
                    .forEach(key -> ear.type((char) key, now));
            return false;
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED || event.getCode().isModifierKey())
            return false;
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.TAB) {
            ear.press(UsKeyboard.of(event), now);
            return false;
        }
        Optional<String> scan = ear.end(now);
        if (scan.isEmpty()) return false;
        Scene scene =
                event.getSource() instanceof Node node
                        ? node.getScene()
                        : event.getSource() instanceof Scene whole ? whole : null;
        if (scene != null) takeOut(scene.getFocusOwner(), scan.get());
        model.heard(scan.get());
        return true;
    }

    /** The scanner typed where the caret stood; what a person wrote around it stays. */
    private static void takeOut(@Nullable Node focused, String scan) {
        if (!(focused instanceof TextInputControl field) || !field.isEditable()) return;
        int caret = field.getCaretPosition();
        String before = Optional.ofNullable(field.getText(0, caret)).orElse("");
        if (before.endsWith(scan)) field.deleteText(caret - scan.length(), caret);
    }
}
