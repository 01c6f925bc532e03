package packwitness.ui.claims;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import packwitness.inspect.compare.Box;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

/**
 * Two pictures to be compared by eye: in turn, under a slider or next to each other, zoomed and
 * moved in step. Another photograph is only ever shown next to ours. FX thread only.
 */
final class PictureStage {
    private static final Duration TURN = Duration.millis(700);
    private static final double STEP = 1.25;
    private static final double PAN = 60;

    private final Pair pair;
    private final Words words;
    private final boolean large;
    private final StageCanvas canvas;
    private final VBox node = new VBox(8);
    private final ObjectProperty<StageMode> mode = new SimpleObjectProperty<>();
    private final ObjectProperty<StageLook> look =
            new SimpleObjectProperty<>(new StageLook(1, 0, 0));
    private final DoubleProperty slider = new SimpleDoubleProperty(0.5);
    private final BooleanProperty theirsInFront = new SimpleBooleanProperty();
    private final Timeline turns =
            new Timeline(new KeyFrame(TURN, e -> theirsInFront.set(!theirsInFront.get())));
    private boolean whole = true;
    private double dragX;
    private double dragY;
    private boolean draggingSlider;

    /**
     * @param large whether it fills the window: there the wheel zooms, on a page it scrolls
     */
    PictureStage(Pair pair, Words words, boolean large) {
        this.pair = pair;
        this.words = words;
        this.large = large;
        this.canvas = new StageCanvas(pair);
        turns.setCycleCount(Timeline.INDEFINITE);
        mode.set(pair.aligned() ? StageMode.SLIDER : StageMode.SIDE);
        Pane view = canvas.node();
        VBox.setVgrow(view, Priority.ALWAYS);
        node.getStyleClass().add("picture-stage");
        node.getChildren().addAll(tools(), view);
        hands(view);
        mode.subscribe(now -> turn(now));
        view.widthProperty().subscribe(() -> resized());
        view.heightProperty().subscribe(() -> resized());
        look.subscribe(() -> draw());
        slider.subscribe(() -> draw());
        theirsInFront.subscribe(() -> draw());
        words.lang().subscribe(() -> draw());
        // Nothing of a stage that is no longer shown may cost time.
        node.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) turns.stop();
                    else turn(mode.get());
                });
    }

    Node node() {
        return node;
    }

    /** Takes the focus, so that the keys work at once. */
    void focus() {
        canvas.node().requestFocus();
    }

    ObjectProperty<StageMode> mode() {
        return mode;
    }

    StageLook look() {
        return look.get();
    }

    private void turn(StageMode now) {
        if (now == StageMode.FLICKER) turns.play();
        else turns.stop();
        if (whole) fit();
        draw();
    }

    private void resized() {
        if (whole) fit();
        else draw();
    }

    private void fit() {
        whole = true;
        look.set(
                StageLook.whole(
                        width(), height(), canvas.viewWidth(mode.get()), canvas.viewHeight()));
    }

    private void zoom(double factor, double fromMiddleX, double fromMiddleY) {
        whole = false;
        look.set(look.get().zoom(factor, fromMiddleX, fromMiddleY));
    }

    private void pan(double byX, double byY) {
        whole = false;
        look.set(look.get().pan(byX, byY, width(), height()));
    }

    private void go(Box region) {
        whole = false;
        look.set(StageLook.at(region, canvas.viewWidth(mode.get()), canvas.viewHeight()));
    }

    private double width() {
        return pair.ours().getWidth();
    }

    private double height() {
        return pair.ours().getHeight();
    }

    private void draw() {
        canvas.draw(
                new StageCanvas.Drawing(
                        mode.get(),
                        look.get(),
                        slider.get(),
                        theirsInFront.get(),
                        words.say("ui.stage.ours"),
                        words.say("ui.stage.theirs")));
    }

    private Node tools() {
        FlowPane tools = new FlowPane(8, 6);
        tools.setAlignment(Pos.CENTER_LEFT);
        if (pair.aligned()) tools.getChildren().add(modes());
        tools.getChildren().add(zooms());
        if (!pair.regions().isEmpty()) tools.getChildren().add(regions());
        return tools;
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        StageMode[] all = StageMode.values();
        for (StageMode one : all) {
            ToggleButton button = new ToggleButton();
            button.setId("stage-" + one);
            button.textProperty().bind(words.text("ui.stage.mode." + one));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            one == all[0]
                                    ? "left-pill"
                                    : one == all[all.length - 1] ? "right-pill" : "center-pill");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> mode.set(one));
            mode.subscribe(now -> button.setSelected(now == one));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node zooms() {
        Label percent =
                Panes.label(
                        words.text(
                                () ->
                                        words.say(
                                                "ui.stage.zoom",
                                                Math.round(look.get().scale() * 100)),
                                look),
                        "stage-zoom");
        percent.setMinWidth(58);
        percent.setAlignment(Pos.CENTER);
        Button smaller = tool("smaller", Feather.ZOOM_OUT, () -> zoom(1 / STEP, 0, 0));
        Button larger = tool("larger", Feather.ZOOM_IN, () -> zoom(STEP, 0, 0));
        Button fit = tool("fit", Feather.MAXIMIZE, this::fit);
        Button pixels = new Button("1:1");
        pixels.setId("stage-pixels");
        name(pixels, "pixels");
        pixels.setOnAction(e -> {
            whole = false;
            look.set(look.get().scaled(1));
        });
        HBox row = new HBox(4, smaller, percent, larger, fit, pixels);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node regions() {
        HBox row = new HBox(4, Panes.label(words.text("ui.stage.regions"), "quiet"));
        row.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < pair.regions().size(); i++) {
            Box region = pair.regions().get(i);
            Button button = new Button(String.valueOf(i + 1));
            button.setId("region-" + (i + 1));
            button.getStyleClass().add("region-number");
            button.accessibleTextProperty().bind(words.text("ui.stage.region", i + 1));
            button.setOnAction(e -> go(region));
            row.getChildren().add(button);
        }
        return row;
    }

    private Button tool(String id, Feather icon, Runnable action) {
        Button button = new Button("", Panes.icon(icon));
        button.setId("stage-" + id);
        button.getStyleClass().add("button-icon");
        name(button, id);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void name(Button button, String id) {
        button.accessibleTextProperty().bind(words.text("ui.stage.tool." + id));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("ui.stage.tool." + id));
        button.setTooltip(tip);
    }

    private void hands(Pane view) {
        view.setFocusTraversable(true);
        view.setId("stage-view");
        view.getStyleClass().add("stage-view");
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.accessibleTextProperty()
                .bind(
                        words.text(
                                pair.aligned() ? "ui.stage.aligned" : "ui.stage.apart",
                                pair.regions().size()));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(STEP, 0, 0);
            case MINUS, SUBTRACT -> zoom(1 / STEP, 0, 0);
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT -> pan(PAN, 0);
            case RIGHT -> pan(-PAN, 0);
            case UP -> pan(0, PAN);
            case DOWN -> pan(0, -PAN);
            case COMMA -> slider.set(Math.clamp(slider.get() - 0.05, 0, 1));
            case PERIOD -> slider.set(Math.clamp(slider.get() + 0.05, 0, 1));
            case SPACE -> {
                turns.stop();
                theirsInFront.set(!theirsInFront.get());
            }
            default -> known = other(event);
        }
        if (known) event.consume();
    }

    private boolean other(KeyEvent event) {
        if (pair.aligned())
            for (StageMode one : StageMode.values())
                if (event.getCode() == one.key) {
                    mode.set(one);
                    return true;
                }
        String typed = event.getText();
        for (int i = 0; i < pair.regions().size(); i++)
            if (typed.equals(String.valueOf(i + 1))) {
                go(pair.regions().get(i));
                return true;
            }
        return false;
    }

    private void wheel(ScrollEvent event) {
        if (!large && !event.isShortcutDown() || event.getDeltaY() == 0) return;
        zoom(
                event.getDeltaY() > 0 ? STEP : 1 / STEP,
                fromMiddle(event.getX()),
                event.getY() - canvas.viewHeight() / 2);
        event.consume();
    }

    /** Beside each other the right picture has a middle of its own. */
    private double fromMiddle(double x) {
        double view = canvas.viewWidth(mode.get());
        double inside = mode.get() == StageMode.SIDE && x > view ? x - view - 8 : x;
        return inside - view / 2;
    }

    private void press(MouseEvent event) {
        canvas.node().requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        double line = slider.get() * canvas.viewWidth(mode.get());
        draggingSlider = mode.get() == StageMode.SLIDER && Math.abs(event.getX() - line) < 24;
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (draggingSlider)
            slider.set(Math.clamp(event.getX() / canvas.viewWidth(mode.get()), 0, 1));
        else pan(event.getX() - dragX, event.getY() - dragY);
        dragX = event.getX();
        dragY = event.getY();
        event.consume();
    }
}
