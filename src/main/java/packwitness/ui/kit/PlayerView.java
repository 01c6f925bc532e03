package packwitness.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;

/** The picture of a player with its buttons; J, K, L, space and the arrows work on it. */
public final class PlayerView {
    private final Player player;
    private final Words words;
    private final LivePicture picture = new LivePicture();
    private final Slider slider = new Slider(0, 1, 0);
    private final VBox node = new VBox();
    private boolean following;

    public PlayerView(Player player, Words words) {
        this.player = player;
        this.words = words;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(player.trouble());
        VBox.setVgrow(picture.node(), Priority.ALWAYS);
        slider.setId("player-slider");
        slider.valueProperty()
                .subscribe(value -> {
                    if (!following) player.seek(Duration.ofMillis(value.longValue()));
                });
        player.length().subscribe(length -> slider.setMax(Math.max(1, length.toMillis())));
        player.frame().subscribe(frame -> frame.ifPresentOrElse(this::show, picture::clear));
        node.getStyleClass().add("player");
        node.setId("player");
        node.getChildren().addAll(trouble.node(), picture.node(), slider, buttons());
    }

    public Region node() {
        return node;
    }

    /** Handles a key of the player; returns whether it was one. */
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return false;
        switch (event.getCode()) {
            case J -> player.backwards();
            case K, SPACE -> player.toggle();
            case L -> player.faster();
            case LEFT, COMMA -> player.step(-1);
            case RIGHT, PERIOD -> player.step(1);
            case HOME -> player.seek(Duration.ZERO);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void show(Player.Still still) {
        picture.show(still.width(), still.height(), still.bgra());
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
        Label time = Panes.label(time(), "player-time");
        time.setId("player-time");
        Label speed =
                Panes.label(
                        player.speed().map(now -> Math.abs(now.intValue()) > 1 ? now + "×" : ""),
                        "player-speed");
        Label keys = Panes.label(words.text("ui.player.keys"), "quiet");
        HBox row = new HBox(6, reverse, back, toggle, on, faster, time, speed, Panes.gap(), keys);
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

    private Button button(Feather icon, String key, Runnable action) {
        Button button = new Button("", Panes.icon(icon));
        button.getStyleClass().add("button-icon");
        button.setFocusTraversable(false);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text(key));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(words.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }
}
