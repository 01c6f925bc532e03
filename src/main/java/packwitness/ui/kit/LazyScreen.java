package packwitness.ui.kit;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/**
 * A workspace that is made when it is first looked at, so that a start waits for none. FX thread.
 */
public final class LazyScreen implements Screen {
    private final Supplier<Screen> maker;
    private @Nullable Screen made;

    public LazyScreen(Supplier<Screen> maker) {
        this.maker = maker;
    }

    @Override
    public Parent node() {
        return screen().node();
    }

    @Override
    public void shown() {
        screen().shown();
    }

    @Override
    public void hidden() {
        if (made != null) made.hidden();
    }

    @Override
    public List<Keymap> keys() {
        return screen().keys();
    }

    /** Returns whether it has been made. */
    public boolean isMade() {
        return made != null;
    }

    @Override
    public void prepare() {
        screen().prepare();
    }

    private Screen screen() {
        Screen screen = made;
        if (screen == null) {
            screen = maker.get();
            made = screen;
        }
        return screen;
    }
}
