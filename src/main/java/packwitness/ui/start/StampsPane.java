package packwitness.ui.start;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.Optional;

/** The step at which an owner says who attests the time. FX thread only. */
final class StampsPane {
    private final StartViewModel model;
    private final Words words;
    private final VBox node = new VBox();
    private final ToggleGroup group = new ToggleGroup();

    StampsPane(StartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        node.getStyleClass().add("start-block");
        TextField address = new TextField();
        address.setId("start-authority");
        address.setPromptText("https://…");
        address.textProperty().bindBidirectional(model.authority());
        HBox.setHgrow(address, Priority.ALWAYS);
        Button ask = new Button("", Panes.icon(Feather.CHECK_CIRCLE));
        ask.setId("start-ask");
        ask.textProperty().bind(words.text("start.stamps.ask"));
        ask.disableProperty().bind(model.authority().isEmpty());
        ask.setOnAction(e -> model.askAuthority());
        HBox row = new HBox(8, address, ask);
        row.disableProperty().bind(model.stamps().isNotEqualTo(StampChoice.Kind.ADDRESS));
        node.getChildren()
                .addAll(
                        Panes.paragraph(words.text("start.stamps.lesson")),
                        choice(StampChoice.Kind.ADDRESS),
                        row,
                        Panes.only(
                                Panes.paragraph(
                                        words.text(
                                                () ->
                                                        model.answered()
                                                                .get()
                                                                .map(took ->
                                                                        words.say(
                                                                                "start.stamps.answered",
                                                                                took.toMillis()))
                                                                .orElse(""),
                                                model.answered()),
                                        "good"),
                                model.answered().map(Optional::isPresent)),
                        choice(StampChoice.Kind.NONE),
                        consequence("start.stamps.none.means"),
                        choice(StampChoice.Kind.TEST),
                        consequence("start.stamps.test.means"));
    }

    Node node() {
        return node;
    }

    private Node consequence(String key) {
        return Panes.paragraph(words.text(key), "quiet", "indented");
    }

    private RadioButton choice(StampChoice.Kind kind) {
        RadioButton button = new RadioButton();
        button.setId("stamps-" + kind);
        button.setToggleGroup(group);
        button.textProperty().bind(words.text("start.stamps." + kind));
        model.stamps().subscribe(now -> button.setSelected(now == kind));
        button.setOnAction(e -> model.stamps().set(kind));
        return button;
    }
}
