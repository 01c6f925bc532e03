package packwitness.ui.claims;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import packwitness.claim.ClaimFacts;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;
import packwitness.value.Wording;

import java.util.ArrayList;
import java.util.List;

/** The form of the case's further facts, over the case. */
final class FactsPane {
    private static final List<String> YES_OR_NO = List.of("true", "false");
    private static final double NAMES = 150;
    private static final double FIELD = 236;

    private final FactsModel model;
    private final Words words;
    private final StackPane node = new StackPane();
    private final List<String> places = new ArrayList<>();
    private final ComboBox<String> place;
    private final ComboBox<String> otherPlace;

    FactsPane(FactsModel model, Words words) {
        this.model = model;
        this.words = words;
        this.place = place("fact-place");
        this.otherPlace = place("fact-other-place");
        TextField first = field(ClaimFacts.PICKED_UP);
        GridPane carrier = grid();
        TextField deadline = new TextField();
        deadline.setId("fact-deadline");
        deadline.textProperty().bindBidirectional(model.deadline());
        deadline.setPromptText("2026-11-22 18:00");
        row(carrier, "ui.fact.deadline", deadline);
        row(carrier, ClaimFacts.PICKED_UP, first);
        for (ClaimFacts fact :
                List.of(
                        ClaimFacts.IN_TRANSIT,
                        ClaimFacts.DELIVERED,
                        ClaimFacts.WEIGHT_PACKED_G,
                        ClaimFacts.WEIGHT_CARRIER_G,
                        ClaimFacts.KNEW_ON,
                        ClaimFacts.REPORTED_ON,
                        ClaimFacts.BUYER_AGE)) row(carrier, fact, field(fact));
        GridPane law = grid();
        row(law, "ui.fact.place", place);
        row(law, "ui.fact.other-place", otherPlace);
        choice(
                law,
                ClaimFacts.GOODS_RETURNED,
                "none",
                "partial",
                "full_before_refund",
                "full_after_refund");
        choice(law, ClaimFacts.REFUND_BY, "merchant", "platform", "none");
        choice(law, ClaimFacts.AI_EVIDENCE, "", "none", "weak", "strong");
        for (ClaimFacts fact :
                List.of(
                        ClaimFacts.MERCHANT_BELIEVED,
                        ClaimFacts.HEARD_MERCHANT,
                        ClaimFacts.AUTOMATIC,
                        ClaimFacts.RULE_FORCED))
            choice(law, fact, YES_OR_NO.get(0), YES_OR_NO.get(1));
        HBox columns = new HBox(32, carrier, law);
        VBox card =
                new VBox(
                        14,
                        Panes.label(words.text("ui.fact.title"), "page-title"),
                        Panes.paragraph(words.text("ui.fact.lesson"), "quiet"),
                        columns,
                        buttons());
        card.getStyleClass().add("form-card");
        ScrollPane scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        node.setId("facts");
        node.getStyleClass().add("facts-form");
        node.getChildren().setAll(scroll);
        model.places().subscribe(now -> places());
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

    private static GridPane grid() {
        GridPane grid = new GridPane(12, 9);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setMinWidth(FIELD);
        grid.getColumnConstraints().setAll(names, fields);
        return grid;
    }

    private TextField field(ClaimFacts fact) {
        TextField field = new TextField();
        field.setId("fact-" + fact);
        field.textProperty().bindBidirectional(model.typed(fact));
        field.promptTextProperty().bind(words.text("ui.fact.prompt." + fact));
        return field;
    }

    private void choice(GridPane grid, ClaimFacts fact, String... values) {
        ComboBox<String> box =
                Named.box(
                        "fact-" + fact,
                        List.of(values),
                        words,
                        value ->
                                words.say(
                                        "ui.fact."
                                                + fact
                                                + "."
                                                + (value.isEmpty() ? "open" : value)));
        box.valueProperty().bindBidirectional(model.typed(fact));
        row(grid, fact, box);
    }

    private ComboBox<String> place(String id) {
        ComboBox<String> box = Named.box(id, places, words, this::placeName);
        box.valueProperty()
                .bindBidirectional(
                        id.equals("fact-place")
                                ? model.typed(ClaimFacts.FORUM_CANDIDATES)
                                : model.otherPlace());
        return box;
    }

    private String placeName(String code) {
        Wording name = model.places().get().get(code);
        if (code.isEmpty()) return words.say("ui.fact.place.none");
        return name == null ? code : name.in(words.lang().get());
    }

    private void places() {
        String one = model.typed(ClaimFacts.FORUM_CANDIDATES).get();
        String other = model.otherPlace().get();
        List<String> codes = model.places().get().keySet().stream().sorted().toList();
        place.getItems().setAll(codes);
        otherPlace.getItems().setAll(codes);
        otherPlace.getItems().addFirst("");
        place.setValue(one);
        otherPlace.setValue(other);
    }

    private void row(GridPane grid, ClaimFacts fact, Control field) {
        row(grid, "ui.fact." + fact, field);
    }

    private void row(GridPane grid, String key, Control field) {
        Label name = Panes.paragraph(words.text(key), "field-name");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(words.text(key));
        field.setPrefWidth(FIELD);
        field.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(grid.getRowCount(), name, field);
    }

    private Node buttons() {
        Button save = new Button();
        save.setId("facts-save");
        save.getStyleClass().addAll("accent", "large");
        save.textProperty().bind(words.text("ui.merchant.save"));
        // Of several default buttons in a window the last one would take every Enter.
        save.defaultButtonProperty().bind(model.editing());
        save.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !model.deadlineRight(), model.deadline(), model.editing()));
        save.setOnAction(e -> model.save());
        Button cancel = new Button();
        cancel.setId("facts-cancel");
        cancel.textProperty().bind(words.text("ui.new-claim.cancel"));
        cancel.cancelButtonProperty().bind(model.editing());
        cancel.setOnAction(e -> model.cancel());
        HBox buttons = new HBox(8, Panes.gap(), cancel, save);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
