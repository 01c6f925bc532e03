package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import packwitness.claim.Merchant.Field;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

/** The form of who the owner is, over the case; empty fields teach what they are for. */
final class MerchantPane {
    private static final double NAMES = 170;

    private final MerchantModel model;
    private final Words words;
    private final StackPane node = new StackPane();
    private final TextField first;

    MerchantPane(MerchantModel model, Words words) {
        this.model = model;
        this.words = words;
        node.setId("merchant");
        node.getStyleClass().add("new-claim");
        GridPane grid = new GridPane(16, 12);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        this.first = row(grid, Field.values()[0]);
        for (Field field : Field.values()) if (field != Field.values()[0]) row(grid, field);
        VBox card =
                new VBox(
                        16,
                        Panes.label(words.text("ui.merchant.title"), "page-title"),
                        Panes.paragraph(words.text("ui.merchant.lesson"), "quiet"),
                        grid,
                        buttons());
        card.getStyleClass().add("form-card");
        card.setMaxSize(760, VBox.USE_PREF_SIZE);
        node.getChildren().setAll(card);
        Panes.only(node, model.editing());
        model.editing()
                .subscribe(now -> {
                    // A form that is not shown must catch neither Enter nor Escape.
                    node.setDisable(!now);
                    if (now) first.requestFocus();
                });
    }

    Node node() {
        return node;
    }

    private TextField row(GridPane grid, Field field) {
        TextField text = new TextField();
        text.setId("merchant-" + field);
        text.promptTextProperty().bind(words.text("ui.merchant.prompt." + field));
        text.accessibleTextProperty().bind(words.text("ui.merchant." + field));
        text.textProperty().bindBidirectional(model.typed(field));
        Label name = Panes.label(words.text("ui.merchant." + field), "field-name");
        name.setLabelFor(text);
        grid.addRow(grid.getRowCount(), name, text);
        return text;
    }

    private Node buttons() {
        Button save = new Button();
        save.setId("merchant-save");
        save.getStyleClass().addAll("accent", "large");
        save.textProperty().bind(words.text("ui.merchant.save"));
        // Of several default buttons in a window the last one would take every Enter.
        save.defaultButtonProperty().bind(model.editing());
        save.setOnAction(e -> model.save());
        Button cancel = new Button();
        cancel.setId("merchant-cancel");
        cancel.textProperty().bind(words.text("ui.new-claim.cancel"));
        cancel.cancelButtonProperty().bind(model.editing());
        cancel.setOnAction(e -> model.cancel());
        HBox buttons = new HBox(8, Panes.gap(), cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
