package packwitness.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.util.Optional;

/** The strip below: which vault, who, what runs, and how the window looks. FX thread only. */
final class Strip {
    private final ShellViewModel model;
    private final Words words;

    Strip(ShellViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** Makes it, with the buttons of who is there and of the jobs. */
    Node node(Node who, Node jobs, Runnable help, Runnable change) {
        Button lang = flat("lang", Feather.GLOBE);
        lang.textProperty().bind(words.text("ui.strip.lang"));
        lang.setOnAction(e -> model.lang().set(model.lang().get() == Lang.ZH ? Lang.EN : Lang.ZH));
        Button theme = flat("theme", Feather.MOON);
        theme.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                model.theme().get() == Theme.LIGHT
                                                        ? "ui.strip.dark"
                                                        : "ui.strip.light"),
                                model.theme()));
        theme.setOnAction(e ->
                model.theme().set(model.theme().get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT));
        Button other = flat("change", Feather.SETTINGS);
        other.textProperty().bind(words.text("ui.strip.change"));
        other.setOnAction(e -> change.run());
        Panes.only(other, model.opened().map(Optional::isPresent));
        Button keys = flat("keys", Feather.HELP_CIRCLE);
        keys.textProperty().bind(words.text("ui.strip.keys"));
        keys.setOnAction(e -> help.run());
        Label brand = Panes.label(words.text("ui.name"), "brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        HBox strip = new HBox(8, brand, vault(), Panes.gap(), who, jobs, keys, other, theme, lang);
        strip.getStyleClass().add("strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }

    private Label vault() {
        Label vault =
                Panes.label(
                        words.text(
                                () ->
                                        model.opened()
                                                .get()
                                                .map(now ->
                                                        words.say(
                                                                "ui.strip.vault",
                                                                now.choice().vault()))
                                                .orElse(words.say("ui.strip.no-vault")),
                                model.opened()),
                        "quiet");
        vault.setGraphic(Panes.icon(Feather.HARD_DRIVE));
        return vault;
    }

    private static Button flat(String id, Feather icon) {
        Button button = new Button("", Panes.icon(icon));
        button.setId("strip-" + id);
        button.getStyleClass().addAll("flat", "small");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
