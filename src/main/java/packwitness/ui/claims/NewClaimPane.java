package packwitness.ui.claims;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.Words;

import java.time.Duration;

/** The form that opens a claim. */
final class NewClaimPane {
    private final ClaimsViewModel model;
    private final Words words;
    private final StackPane node = new StackPane();

    NewClaimPane(ClaimsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        node.getStyleClass().add("new-claim");
        model.form().subscribe(form -> form.ifPresentOrElse(this::fill, node.getChildren()::clear));
    }

    Node node() {
        return node;
    }

    private void fill(NewClaimModel form) {
        ComboBox<String> platform = new ComboBox<>();
        platform.setId("claim-platform");
        platform.setEditable(true);
        platform.getItems().setAll(Platforms.usual());
        platform.getEditor().textProperty().bindBidirectional(form.platform());
        TextField reason = field(form.reason(), "claim-reason");
        reason.promptTextProperty().bind(words.text("ui.new-claim.reason.prompt"));
        TextField amount = field(form.amount(), "claim-amount");
        TextField buyer = field(form.buyer(), "claim-buyer");
        TextField deadline = field(form.deadline(), "claim-deadline");
        deadline.setPromptText("2026-11-22 18:00");
        DatePicker filedOn = new DatePicker();
        filedOn.valueProperty().bindBidirectional(form.filedOn());
        CheckBox obtained = new CheckBox();
        obtained.textProperty().bind(words.text("ui.new-claim.obtained"));
        obtained.selectedProperty().bindBidirectional(form.obtained());
        GridPane grid = new GridPane(16, 12);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(120);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        row(grid, "platform", platform);
        row(grid, "reason", reason);
        row(grid, "amount", amount);
        row(grid, "filed-on", filedOn);
        HBox left = new HBox(8, deadline, hours(form, 24), hours(form, 48), hours(form, 72));
        HBox.setHgrow(deadline, Priority.ALWAYS);
        row(grid, "deadline", left);
        row(grid, "buyer", buyer);
        grid.add(obtained, 1, grid.getRowCount());
        Button open = new Button();
        open.setId("claim-open");
        open.getStyleClass().addAll("accent", "large");
        open.textProperty().bind(words.text("ui.new-claim.open"));
        open.setDefaultButton(true);
        open.disableProperty()
                .bind(
                        javafx.beans.binding.Bindings.createBooleanBinding(
                                () -> !form.complete(),
                                form.platform(),
                                form.reason(),
                                form.amount(),
                                form.deadline()));
        open.setOnAction(e -> model.submit());
        Button cancel = new Button();
        cancel.textProperty().bind(words.text("ui.new-claim.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> model.cancel());
        HBox buttons = new HBox(8, Panes.gap(), cancel, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card =
                new VBox(
                        16,
                        Panes.label(
                                words.text("ui.new-claim.title", form.shipment().waybill().text()),
                                "page-title"),
                        Panes.paragraph(words.text("ui.new-claim.lesson"), "quiet"),
                        grid,
                        buttons);
        card.getStyleClass().add("form-card");
        card.setMaxSize(720, VBox.USE_PREF_SIZE);
        node.getChildren().setAll(card);
        // What the order knows is filled in: the hand begins at the first thing that it does not.
        if (form.platform().get().isBlank()) platform.requestFocus();
        else reason.requestFocus();
    }

    private Button hours(NewClaimModel form, int hours) {
        Button button = new Button();
        button.textProperty().bind(words.text("ui.new-claim.hours", hours));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> form.in(Duration.ofHours(hours)));
        return button;
    }

    private void row(GridPane grid, String name, Node field) {
        ObservableValue<String> text = words.text("ui.new-claim." + name);
        Label label = Panes.label(text, "field-name");
        label.setLabelFor(field);
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(field, 1, row);
    }

    private static TextField field(javafx.beans.property.StringProperty value, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
