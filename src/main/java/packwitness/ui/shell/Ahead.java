package packwitness.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

import packwitness.ui.kit.Beat;
import packwitness.ui.kit.LazyScreen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Makes the places that nobody has looked at yet, a step at a time, while nobody types, scans or
 * points: the first look at a place then costs what the second does. FX thread only.
 */
final class Ahead {
    private static final long REST_NANOS = 2_000_000_000;
    private static final long BETWEEN_STEPS_MILLIS = 250;

    private final Pane stage;
    private final Node window;
    private final BooleanSupplier free;
    private final Deque<LazyScreen> waiting;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Pane aside = new StackPane();
    private final EventHandler<InputEvent> touched = e -> touched();
    private final Beat beat = new Beat(BETWEEN_STEPS_MILLIS, this::step);
    private long last = System.nanoTime();

    /**
     * @param stage where places are shown, as large as they will be
     * @param window what hears each key and each touch
     * @param free whether nothing is going on that must not be held up
     */
    Ahead(Pane stage, Node window, List<LazyScreen> places, BooleanSupplier free) {
        this.stage = stage;
        this.window = window;
        this.free = free;
        this.waiting = new ArrayDeque<>(places);
        aside.setVisible(false);
        aside.setManaged(false);
    }

    void begin() {
        window.addEventFilter(InputEvent.ANY, touched);
        beat.start();
    }

    void end() {
        beat.stop();
        window.removeEventFilter(InputEvent.ANY, touched);
        steps.clear();
        waiting.clear();
        putBack();
    }

    private void touched() {
        last = System.nanoTime();
    }

    private void step() {
        if (System.nanoTime() - last < REST_NANOS || !free.getAsBoolean()) return;
        if (steps.isEmpty()) next();
        if (steps.isEmpty()) end();
        else steps.removeFirst().run();
    }

    private void next() {
        while (!waiting.isEmpty() && waiting.getFirst().isMade()) waiting.removeFirst();
        if (waiting.isEmpty()) return;
        LazyScreen place = waiting.removeFirst();
        steps.add(place::prepare);
        // Styles make the skins of the controls, which is most of the work; they need a scene.
        steps.add(() -> {
            Parent node = place.node();
            if (node.getParent() != null) return;
            aside.resize(stage.getWidth(), stage.getHeight());
            stage.getChildren().addFirst(aside);
            aside.getChildren().setAll(node);
            aside.applyCss();
        });
        steps.add(() -> {
            aside.layout();
            putBack();
        });
    }

    /** Leaves the place free for whoever wants to see it. */
    void putBack() {
        aside.getChildren().clear();
        stage.getChildren().remove(aside);
    }
}
