package packwitness.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.jspecify.annotations.Nullable;

import packwitness.ui.desk.DeskView;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The packing desk once more, filling the screen that hangs before the packer. FX thread only. */
final class PackerWindow {
    private final Settings settings;
    private final Words words;
    private final Supplier<List<Rectangle2D>> screens;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private @Nullable Stage stage;
    private @Nullable DeskView view;

    PackerWindow(Settings settings, Words words) {
        this(settings, words, PackerWindow::connected);
    }

    /** With screens that are not there. */
    PackerWindow(Settings settings, Words words, Supplier<List<Rectangle2D>> screens) {
        this.settings = settings;
        this.words = words;
        this.screens = screens;
    }

    /** The screens of this machine, the one of the main window first. */
    private static List<Rectangle2D> connected() {
        Screen main = Screen.getPrimary();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(main),
                        Screen.getScreens().stream().filter(one -> !one.equals(main)))
                .map(Screen::getBounds)
                .toList();
    }

    ReadOnlyBooleanProperty isOpen() {
        return open.getReadOnlyProperty();
    }

    /**
     * Returns the screen for the packer: the one remembered, else the largest besides the first.
     */
    static Optional<Rectangle2D> pick(List<Rectangle2D> screens, Optional<String> remembered) {
        List<Rectangle2D> others = screens.subList(Math.min(1, screens.size()), screens.size());
        return others.stream()
                .filter(one -> remembered.equals(Optional.of(name(one))))
                .findFirst()
                .or(() ->
                        others.stream()
                                .max(
                                        java.util.Comparator.comparingDouble(
                                                one -> one.getWidth() * one.getHeight())));
    }

    /** A screen has no name; where it stands and how large it is tells it from the others. */
    static String name(Rectangle2D screen) {
        return "%.0f,%.0f,%.0f,%.0f"
                .formatted(
                        screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
    }

    /** Returns whether there is a second screen to show it on. */
    boolean isPossible() {
        return pick(screens.get(), settings.packerScreen()).isPresent();
    }

    /** Opens the window where it was open when the program ended. */
    void resume(DeskView desk) {
        if (settings.packerScreen().isPresent()) show(desk);
    }

    /** Opens it on the screen for the packer; without a second screen nothing happens. */
    void show(DeskView desk) {
        if (stage != null) return;
        Optional<Rectangle2D> place = pick(screens.get(), settings.packerScreen());
        if (place.isEmpty()) return;
        Rectangle2D screen = place.get();
        Stage next = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(desk.node(), screen.getWidth(), screen.getHeight());
        Theme.style(scene);
        next.setScene(scene);
        next.titleProperty().bind(words.text("ui.desk.packer-window"));
        next.setX(screen.getMinX());
        next.setY(screen.getMinY());
        next.setOnCloseRequest(e -> {
            e.consume();
            close();
        });
        Theme.icon(next);
        next.show();
        desk.shown();
        stage = next;
        view = desk;
        open.set(true);
        settings.packerScreen(Optional.of(name(screen)));
    }

    /** Closes it because somebody wants that; it stays closed at the next start. */
    void close() {
        settings.packerScreen(Optional.empty());
        leave();
    }

    /** Closes it with the vault; it comes back with the next one. */
    void leave() {
        if (view != null) view.hidden();
        if (stage != null) stage.hide();
        stage = null;
        view = null;
        open.set(false);
    }
}
