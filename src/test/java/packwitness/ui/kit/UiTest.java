package packwitness.ui.kit;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The ground of all tests with real widgets: a stage on a screen that nobody needs, and pictures of
 * it under target/screens.
 */
public abstract class UiTest {
    protected static final Path SCREENS = Path.of("target", "screens");

    /**
     * So often what is waiting is let through; one deed seldom begets a deed that begets a third.
     */
    private static final int ROUNDS = 2;

    protected final FxRobot robot = new FxRobot();
    private Stage stage;
    private int actions;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void listScreens() throws IOException {
        if (Files.isDirectory(SCREENS)) ScreensIndex.write(SCREENS);
    }

    /** Opens a new stage with what the maker puts into it. */
    protected void open(java.util.function.Consumer<Stage> maker) {
        robot.interact(() -> {
            Theme.loadFonts(Path.of("target", "fonts"));
            stage = new Stage();
            maker.accept(stage);
        });
        settle();
    }

    @AfterEach
    void closeStage() throws TimeoutException {
        robot.interact(() -> {
            if (stage != null) stage.hide();
        });
        FxToolkit.cleanupStages();
    }

    protected Stage stage() {
        return stage;
    }

    /** Makes the content of the window as large as a screen of this size leaves it. */
    protected void size(int width, int height) {
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
    }

    /** Waits until what was asked for is laid out where a click would find it. */
    protected void settle() {
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
        robot.interact(() -> {
            if (stage == null || stage.getScene() == null) return;
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    /** Clicks on a control as soon as it can be seen and used. */
    protected void press(String id) {
        until(
                id + " can be used",
                () ->
                        robot.lookup(id)
                                .tryQuery()
                                .filter(node -> node.isVisible() && !node.isDisabled())
                                .filter(UiTest::isShown)
                                .isPresent());
        click(robot.point(id).query());
        settle();
    }

    /**
     * Clicks there without walking the mouse across the screen, which takes longer than the rest.
     */
    private void click(Point2D place) {
        robot.robotContext().getMouseRobot().move(place);
        robot.press(MouseButton.PRIMARY);
        robot.release(MouseButton.PRIMARY);
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) if (!up.isVisible()) return false;
        return true;
    }

    /** Waits until it is so; the time is a limit for a broken machine, not a claim. */
    protected void until(String what, BooleanSupplier so) {
        try {
            WaitForAsyncUtils.waitFor(
                    120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(so::getAsBoolean).get());
        } catch (TimeoutException e) {
            shoot("waited-in-vain");
            throw new AssertionError("waited in vain until " + what, e);
        }
        settle();
    }

    protected <N extends Node> N find(String id, Class<N> type) {
        return type.cast(robot.lookup(id).query());
    }

    /** Presses a key with those held down with it. */
    protected void chord(KeyCode... keys) {
        for (int i = 0; i < keys.length - 1; i++) robot.press(keys[i]);
        robot.type(keys[keys.length - 1]);
        for (int i = keys.length - 2; i >= 0; i--) robot.release(keys[i]);
        settle();
    }

    /** One action of the user: a key, with those held down with it. */
    protected void act(KeyCode... keys) {
        actions++;
        chord(keys);
    }

    /** One action of the user: a text typed wherever the focus is. */
    protected void actTyping(String text) {
        actions++;
        robot.write(text, 0);
        settle();
    }

    /** Returns how many actions the user has taken. */
    protected int actions() {
        return actions;
    }

    /** Types as a scanner does: the keys and Enter, wherever the focus is. */
    protected void scan(String text) {
        robot.write(text, 0);
        robot.type(KeyCode.ENTER);
        settle();
    }

    /** Saves what the window shows, larger by this factor, as a screen of finer dots shows it. */
    protected Path shoot(String name, double scale) {
        settle();
        Path file = SCREENS.resolve(name + ".png");
        robot.interact(() -> {
            javafx.scene.SnapshotParameters finer = new javafx.scene.SnapshotParameters();
            finer.setTransform(javafx.scene.transform.Transform.scale(scale, scale));
            save(file, stage.getScene().getRoot().snapshot(finer, null));
        });
        return file;
    }

    /** Returns the picture of the window. */
    protected javafx.scene.image.WritableImage picture() {
        settle();
        var picture =
                new java.util.concurrent.atomic.AtomicReference<javafx.scene.image.WritableImage>();
        robot.interact(() -> picture.set(stage.getScene().snapshot(null)));
        return picture.get();
    }

    private static void save(Path file, javafx.scene.image.WritableImage picture) {
        try {
            Files.createDirectories(SCREENS);
            Files.write(file, Picture.png(picture));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Saves what the window shows. */
    protected Path shoot(String name) {
        settle();
        Path file = SCREENS.resolve(name + ".png");
        robot.interact(() -> save(file, stage.getScene().snapshot(null)));
        return file;
    }
}
