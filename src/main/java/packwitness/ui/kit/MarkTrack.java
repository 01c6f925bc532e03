package packwitness.ui.kit;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The marks of a film above its slider, each a flag that goes there. FX thread only. */
final class MarkTrack {
    private static final double HEIGHT = 22;

    /** Where the thumb of the slider stands at both ends. */
    private static final double EDGE = 20;

    private final Player player;
    private final ObservableList<TrackMark> marks;
    private final Consumer<Duration> go;
    private final Pane node = new Place();

    MarkTrack(Player player, ObservableList<TrackMark> marks, Consumer<Duration> go) {
        this.player = player;
        this.marks = marks;
        this.go = go;
        node.getStyleClass().add("mark-track");
        marks.addListener((ListChangeListener<TrackMark>) change -> draw());
        player.length().subscribe(length -> node.requestLayout());
        draw();
    }

    Region node() {
        return node;
    }

    /** Returns the mark before or behind a time of the film. */
    Optional<TrackMark> next(Duration at, boolean forwards) {
        return marks.stream()
                .filter(mark ->
                        forwards ? mark.at().compareTo(at) > 0 : mark.at().compareTo(at) < 0)
                .reduce((one, other) -> forwards ? one : other);
    }

    private void draw() {
        node.getChildren().setAll(marks.stream().map(this::flag).toList());
        Panes.only(node, new javafx.beans.property.SimpleBooleanProperty(!marks.isEmpty()));
    }

    private Button flag(TrackMark mark) {
        Button flag = new Button(mark.sign());
        flag.getStyleClass().setAll("mark-flag", mark.style());
        flag.setUserData(mark);
        flag.setFocusTraversable(false);
        flag.setAccessibleText(mark.says());
        flag.setTooltip(new Tooltip(mark.says()));
        flag.setOnAction(e -> go.accept(mark.at()));
        return flag;
    }

    private final class Place extends Pane {
        Place() {
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
        }

        @Override
        protected void layoutChildren() {
            double whole = Math.max(1, player.length().get().toMillis());
            for (var child : getChildren()) {
                if (!(child instanceof Button flag && flag.getUserData() instanceof TrackMark mark))
                    continue;
                flag.autosize();
                double at = Math.clamp(mark.at().toMillis() / whole, 0, 1);
                double x = EDGE + at * (getWidth() - 2 * EDGE) - flag.getWidth() / 2;
                flag.relocate(Math.clamp(x, 0, Math.max(0, getWidth() - flag.getWidth())), 0);
            }
        }
    }
}
