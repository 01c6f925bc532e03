package packwitness.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

import packwitness.ui.kit.Background;
import packwitness.ui.kit.Fx;
import packwitness.ui.kit.JobNotices;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Words;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The desktop as a whole. */
public final class Desktop {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 740;

    private Desktop() {}

    /**
     * Opens the window and returns when it has been closed and the vault with it; call once in a
     * process, from any thread but the FX thread.
     *
     * @param fonts where the program's fonts lie as files
     */
    public static void launch(DesktopContext context, Path fonts) throws InterruptedException {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (EarlyOpener early = EarlyOpener.begin(context)) {
            Fx.start(() -> {
                try {
                    Theme.loadFonts(fonts);
                    Stage stage = new Stage();
                    stage.setOnHidden(e -> closed.complete(true));
                    open(stage, context.with(early));
                } catch (RuntimeException e) {
                    closed.completeExceptionally(e);
                }
            });
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be opened", e.getCause());
        } finally {
            Fx.end();
        }
    }

    /** Fills the stage and shows it; closing it closes the vault before it vanishes. */
    public static void open(Stage stage, DesktopContext context) {
        Background background = Background.on(context.worker());
        Words words = new Words(context.settings().lang());
        ShellViewModel model = new ShellViewModel(context, background);
        ShellView view = new ShellView(model, context, background, words);
        // Strong enlargement leaves a small screen; the window is never larger than that.
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        view.node(),
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        Theme.style(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(words.text("ui.title"));
        WindowPlace.keep(stage, context.settings());
        JobNotices.follow(background.jobs(), words, context.outside(), stage::isFocused);
        stage.setOnCloseRequest(e -> {
            // The window stays until the running recording is sealed.
            e.consume();
            if (view.kiosk()) {
                view.leaveKiosk(() -> Kiosk.leave(stage));
                return;
            }
            view.node().setDisable(true);
            model.close(stage::hide);
        });
        view.onKioskLeft(() -> Kiosk.leave(stage));
        Theme.icon(stage);
        if (context.manner() == Manner.KIOSK) Kiosk.fill(stage);
        stage.show();
        view.begin();
        if (context.manner() == Manner.TRIAL) Trial.begin(model, () -> model.close(stage::hide));
        else if (Trial.isWatched()) Trial.begin(model, () -> {});
    }
}
