package packwitness.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The pictures of a player, one or two in step, with its buttons and marks; J, K, L, space, the
 * arrows, the brackets, +, - and 0 work on it. FX thread only.
 */
public final class PlayerView {
    private static final double WITH_ZOOM = 590;

    private final Player player;
    private final Words words;
    private final ZoomPicture first = new ZoomPicture();
    private final ZoomPicture second = new ZoomPicture();
    private final Label nothing = new Label();
    private final Slider slider = new Slider(0, 1, 0);
    private final ObservableList<TrackMark> marks = FXCollections.observableArrayList();
    private final MarkTrack track;
    private final VBox node = new VBox();
    private final Keymap keymap;
    private boolean following;

    public PlayerView(Player player, Words words) {
        this.player = player;
        this.words = words;
        this.keymap = bound();
        this.track = new MarkTrack(player, marks, this::stand);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(player.trouble());
        slider.setId("player-slider");
        slider.accessibleTextProperty().bind(words.text("ui.player.slider"));
        slider.valueProperty()
                .subscribe(value -> {
                    if (!following) player.seek(Duration.ofMillis(value.longValue()));
                });
        player.length().subscribe(length -> slider.setMax(Math.max(1, length.toMillis())));
        player.frame().subscribe(frame -> frame.ifPresentOrElse(this::show, first::clear));
        node.getStyleClass().add("player");
        node.setId("player");
        // As narrow as it is asked to be; its zoom then works by keys and wheel alone.
        node.setMinWidth(0);
        Node pictures = pictures();
        VBox.setVgrow(pictures, Priority.ALWAYS);
        node.getChildren()
                .addAll(trouble.node(), pictures, track.node(), slider, buttons(), keys());
    }

    public Region node() {
        return node;
    }

    /** Returns the marks that stand above the slider, from front to back. */
    public ObservableList<TrackMark> marks() {
        return marks;
    }

    /** Handles a key of the player; returns whether it was one. */
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return false;
        return keymap.handle(event);
    }

    /** Returns the keys of the player. */
    public Keymap keymap() {
        return keymap;
    }

    private Keymap bound() {
        return new Keymap("kit.keys.player")
                .on("kit.keys.player.backwards", player::backwards, Keymap.key(KeyCode.J))
                .on(
                        "kit.keys.player.toggle",
                        player::toggle,
                        Keymap.key(KeyCode.K),
                        Keymap.key(KeyCode.SPACE))
                .on("kit.keys.player.faster", player::faster, Keymap.key(KeyCode.L))
                .on(
                        "kit.keys.player.back",
                        () -> player.step(-1),
                        Keymap.key(KeyCode.LEFT),
                        Keymap.key(KeyCode.COMMA))
                .on(
                        "kit.keys.player.on",
                        () -> player.step(1),
                        Keymap.key(KeyCode.RIGHT),
                        Keymap.key(KeyCode.PERIOD))
                .on(
                        "kit.keys.player.start",
                        () -> player.seek(Duration.ZERO),
                        Keymap.key(KeyCode.HOME))
                .on(
                        "kit.keys.player.mark-before",
                        () -> mark(false),
                        Keymap.key(KeyCode.OPEN_BRACKET))
                .on(
                        "kit.keys.player.mark-after",
                        () -> mark(true),
                        Keymap.key(KeyCode.CLOSE_BRACKET))
                .on(
                        "kit.keys.player.larger",
                        () -> both(ZoomPicture::larger),
                        Keymap.key(KeyCode.EQUALS),
                        Keymap.shift(KeyCode.EQUALS),
                        Keymap.key(KeyCode.PLUS),
                        Keymap.key(KeyCode.ADD))
                .on(
                        "kit.keys.player.smaller",
                        () -> both(ZoomPicture::smaller),
                        Keymap.key(KeyCode.MINUS),
                        Keymap.key(KeyCode.SUBTRACT))
                .on(
                        "kit.keys.player.fit",
                        () -> both(ZoomPicture::fit),
                        Keymap.key(KeyCode.DIGIT0),
                        Keymap.key(KeyCode.NUMPAD0))
                .on(
                        "kit.keys.player.original",
                        () -> both(ZoomPicture::original),
                        Keymap.key(KeyCode.DIGIT1),
                        Keymap.key(KeyCode.NUMPAD1));
    }

    /** Goes to a place in the film and stands there. */
    public void stand(Duration at) {
        player.pause();
        player.seek(at);
    }

    private void mark(boolean forwards) {
        player.frame()
                .get()
                .flatMap(now -> track.next(now.at(), forwards))
                .ifPresent(mark -> stand(mark.at()));
    }

    private void both(Consumer<ZoomPicture> change) {
        change.accept(first);
        change.accept(second);
    }

    private Node keys() {
        return Panes.label(words.text("ui.player.keys"), "quiet", "player-keys");
    }

    private Node pictures() {
        nothing.textProperty().bind(words.text("ui.player.no-picture"));
        nothing.getStyleClass().add("no-picture");
        StackPane beside = new StackPane(second.node(), nothing);
        first.node().setId("player-first");
        second.node().setId("player-second");
        first.node().accessibleTextProperty().bind(words.text("ui.player.first"));
        second.node().accessibleTextProperty().bind(words.text("ui.player.second"));
        HBox.setHgrow(first.node(), Priority.ALWAYS);
        HBox.setHgrow(beside, Priority.ALWAYS);
        first.node().setPrefWidth(100);
        beside.setPrefWidth(100);
        Panes.only(beside, player.hasSecond());
        player.side()
                .subscribe(still -> {
                    still.ifPresentOrElse(second::show, second::clear);
                    nothing.setVisible(still.isEmpty());
                });
        return new HBox(4, first.node(), beside);
    }

    private void show(Player.Still still) {
        first.show(still);
        if (slider.isValueChanging()) return;
        following = true;
        slider.setValue(still.at().toMillis());
        following = false;
    }

    private HBox buttons() {
        Button toggle = button(Feather.PLAY, "ui.player.toggle", player::toggle);
        toggle.setId("player-toggle");
        toggle.getStyleClass().add("accent");
        player.speed()
                .subscribe(speed ->
                        toggle.setGraphic(
                                Panes.icon(speed.intValue() == 0 ? Feather.PLAY : Feather.PAUSE)));
        Button back = button(Feather.CHEVRON_LEFT, "ui.player.back", () -> player.step(-1));
        Button on = button(Feather.CHEVRON_RIGHT, "ui.player.on", () -> player.step(1));
        on.setId("player-step");
        Button reverse = button(Feather.REWIND, "ui.player.reverse", player::backwards);
        Button faster = button(Feather.FAST_FORWARD, "ui.player.faster", player::faster);
        Button larger =
                button(Feather.ZOOM_IN, "ui.player.larger", () -> both(ZoomPicture::larger));
        larger.setId("player-larger");
        Button smaller =
                button(Feather.ZOOM_OUT, "ui.player.smaller", () -> both(ZoomPicture::smaller));
        Button original = button("ui.player.original.sign", "ui.player.original");
        original.setId("player-original");
        original.setOnAction(e -> both(ZoomPicture::original));
        Button fit = button(Feather.MAXIMIZE, "ui.player.fit", () -> both(ZoomPicture::fit));
        Label time = Panes.label(time(), "player-time");
        time.setId("player-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Label speed =
                Panes.label(
                        player.speed().map(now -> Math.abs(now.intValue()) > 1 ? now + "×" : ""),
                        "player-speed");
        Label zoom =
                Panes.label(
                        first.zoom().map(now -> Math.round(now.doubleValue() * 100) + " %"),
                        "quiet");
        zoom.setId("player-zoom");
        zoom.setMinWidth(Region.USE_PREF_SIZE);
        HBox closer = new HBox(6, zoom, smaller, larger, original, fit);
        closer.setAlignment(Pos.CENTER_LEFT);
        Panes.only(closer, node.widthProperty().greaterThan(WITH_ZOOM));
        HBox row = new HBox(6, reverse, back, toggle, on, faster, time, speed, Panes.gap(), closer);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("player-buttons");
        return row;
    }

    private ObservableValue<String> time() {
        return words.text(
                () ->
                        player.frame()
                                .get()
                                .map(still ->
                                        words.say(
                                                "ui.player.time",
                                                Times.exact(still.at()),
                                                Times.length(player.length().get()),
                                                still.index()))
                                .orElse(""),
                player.frame(),
                player.length());
    }

    private Button button(String sign, String key) {
        Button button = new Button();
        button.textProperty().bind(words.text(sign));
        return dressed(button, key);
    }

    private Button button(Feather icon, String key, Runnable action) {
        Button button = new Button("", Panes.icon(icon));
        button.getStyleClass().add("button-icon");
        button.setOnAction(e -> action.run());
        return dressed(button, key);
    }

    private Button dressed(Button button, String key) {
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text(key));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(words.text(key));
        return button;
    }
}
