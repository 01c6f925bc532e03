package packwitness.ui.kit;

import javafx.scene.Parent;

import java.util.List;

/** One workspace of the window; the shell tells it when it is looked at. FX thread only. */
public interface Screen {
    Parent node();

    /** Called when the screen comes to the front; it takes the focus where its work begins. */
    void shown();

    /** Reads what it will show, while nobody looks; {@link #shown} reads it again. */
    default void prepare() {}

    /** Called when another screen comes to the front; nothing of it may cost time afterwards. */
    void hidden();

    /** Returns the keys of this screen for the cheat sheet; it handles them itself. */
    default List<Keymap> keys() {
        return List.of();
    }
}
