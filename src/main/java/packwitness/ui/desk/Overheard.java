package packwitness.ui.desk;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
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
    private final ScanBuffer buffer = ScanBuffer.ofBursts(ScanWords::isUnderstood);

    public Overheard(DeskViewModel model) {
        this.model = model;
    }

    /** Takes a key that is meant for a field; returns whether it was the end of a scan. */
    public boolean heard(KeyEvent event) {
        Optional<String> scan = Optional.empty();
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            String typed = event.getCharacter();
            for (int i = 0; i < typed.length() && scan.isEmpty(); i++)
                scan = buffer.type(typed.charAt(i), model.nanos());
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED
                && !event.getCode().isModifierKey()) {
            scan = buffer.press(UsKeyboard.of(event), model.nanos());
        }
        if (scan.isEmpty()) return false;
        Scene scene =
                event.getSource() instanceof Node node
                        ? node.getScene()
                        : event.getSource() instanceof Scene whole ? whole : null;
        if (scene != null) takeOut(scene.getFocusOwner(), scan.get());
        model.heard(scan.get());
        return true;
    }

    private static void takeOut(@Nullable Node focused, String scan) {
        if (!(focused instanceof TextInputControl field) || !field.isEditable()) return;
        String text = field.getText();
        if (text != null && text.endsWith(scan))
            field.deleteText(text.length() - scan.length(), text.length());
    }
}
