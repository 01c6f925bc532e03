package packwitness.ui.shell;

import javafx.stage.Stage;

import packwitness.ui.kit.Fx;
import packwitness.ui.kit.Theme;

import java.util.concurrent.CountDownLatch;

/** The desktop as a whole. */
public final class Desktop {
    private Desktop() {}

    /**
     * Opens the window and returns when it has been closed and the vault with it; call once in a
     * process, from any thread but the FX thread.
     */
    public static void launch(DesktopContext context) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Fx.start(() -> {
            Theme.loadFonts();
            Stage stage = new Stage();
            stage.setOnHidden(e -> closed.countDown());
            open(stage, context);
        });
        closed.await();
        Fx.end();
    }

    /** Fills the stage and shows it. FX thread only. */
    public static void open(Stage stage, DesktopContext context) {
        throw new IllegalStateException("not yet");
    }
}
