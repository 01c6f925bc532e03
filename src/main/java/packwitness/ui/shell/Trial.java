package packwitness.ui.shell;

import javafx.animation.AnimationTimer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Waits until the window can be used and has been drawn, and says so. FX thread only. */
final class Trial {
    /** After so many frames a window has been drawn with everything in it. */
    static final int FRAMES = 3;

    /** Names a file that is made when the window can be used; a bench waits for it. */
    private static final String REPORT = "packwitness.trial";

    private Trial() {}

    /**
     * Runs the end once a vault is open or the first start is shown, some frames later. A vault
     * that cannot be opened ends it too, but is not reported: nobody can work with it.
     */
    static void begin(ShellViewModel model, Runnable end) {
        new AnimationTimer() {
            private int drawn;

            @Override
            public void handle(long now) {
                if (!model.usable() || ++drawn < FRAMES) return;
                stop();
                if (model.refused().get() == null) report();
                end.run();
            }
        }.start();
    }

    /** Returns whether a bench waits to hear that the window can be used. */
    static boolean isWatched() {
        return System.getProperty(REPORT) != null;
    }

    /** Runs what may wait until the window has been drawn as it is now. */
    static void whenDrawn(Runnable then) {
        new AnimationTimer() {
            private int drawn;

            @Override
            public void handle(long now) {
                if (++drawn < FRAMES) return;
                stop();
                then.run();
            }
        }.start();
    }

    static void report() {
        @Nullable String file = System.getProperty(REPORT);
        if (file == null) return;
        try {
            Files.createFile(Path.of(file));
        } catch (IOException e) {
            System.getLogger("packwitness.ui").log(System.Logger.Level.WARNING, "trial", e);
        }
    }
}
