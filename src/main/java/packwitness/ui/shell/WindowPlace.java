package packwitness.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import packwitness.ui.kit.Settings;

import java.util.Optional;

/** Where the window stood and how large it was, kept from one start to the next. FX thread only. */
final class WindowPlace {
    private static final double MIN_WIDTH = 1100;
    private static final double MIN_HEIGHT = 660;
    private static final int PARTS = 5;

    private WindowPlace() {}

    /** Puts the window where it was when it was closed, and notes its place when it closes. */
    static void keep(Stage stage, Settings settings) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // A screen at 200 % has fewer points than we wish for: the pages scroll then.
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        read(settings.window()).ifPresent(place -> put(stage, place));
        stage.setOnHiding(e -> {
            if (stage.isFullScreen()) return;
            settings.window(
                    "%d,%d,%d,%d,%b"
                            .formatted(
                                    Math.round(stage.getX()),
                                    Math.round(stage.getY()),
                                    Math.round(stage.getWidth()),
                                    Math.round(stage.getHeight()),
                                    stage.isMaximized()));
        });
    }

    /** A place; the window is maximized over it where it was. */
    record Kept(double x, double y, double width, double height, boolean maximized) {}

    /** Reads what was noted; nothing where it makes no sense. */
    static Optional<Kept> read(Optional<String> noted) {
        String[] parts = noted.orElse("").split(",");
        if (parts.length != PARTS) return Optional.empty();
        try {
            return Optional.of(
                    new Kept(
                            Integer.parseInt(parts[0]),
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]),
                            Boolean.parseBoolean(parts[4])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    // A screen that is no longer there must not hide the window.
    private static void put(Stage stage, Kept place) {
        boolean seen =
                !Screen.getScreensForRectangle(place.x() + place.width() / 2, place.y() + 20, 1, 1)
                        .isEmpty();
        if (!seen) return;
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }
}
