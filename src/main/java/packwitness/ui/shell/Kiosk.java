package packwitness.ui.shell;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** The whole screen for the packing desk; only the owner leaves it. FX thread only. */
final class Kiosk {
    private Kiosk() {}

    static void fill(Stage stage) {
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
    }

    /** Makes an ordinary window of it. */
    static void leave(Stage stage) {
        stage.setFullScreen(false);
    }
}
