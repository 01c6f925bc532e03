package packwitness.ui.shell;

import atlantafx.base.theme.PrimerLight;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import packwitness.ui.kit.Fx;

/**
 * The least window that JavaFX and the theme can open: what our own start is measured against. It
 * ends as soon as it can be used.
 */
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] arguments) {
        Fx.start(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Button("OK")), 1366, 740));
            stage.show();
            new AnimationTimer() {
                private int drawn;

                @Override
                public void handle(long now) {
                    if (++drawn < Trial.FRAMES) return;
                    stop();
                    Trial.report();
                    stage.hide();
                    Fx.end();
                }
            }.start();
        });
    }
}
