package packwitness.ui.shell;

import javafx.animation.AnimationTimer;

/** Waits until the window can be used and has been drawn, then ends it. FX thread only. */
final class Trial {
    private static final int FRAMES = 3;

    private Trial() {}

    /** Runs the end once a vault is open or the first start is shown, some frames later. */
    static void begin(ShellViewModel model, Runnable end) {
        new AnimationTimer() {
            private int drawn;

            @Override
            public void handle(long now) {
                if (!model.usable() || ++drawn < FRAMES) return;
                stop();
                end.run();
            }
        }.start();
    }
}
