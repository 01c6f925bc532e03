package packwitness.ui.claims;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import packwitness.claim.ClaimOutcome;
import packwitness.claim.ClaimState;
import packwitness.claim.Decisive;
import packwitness.dossier.paper.Addressee;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the claim ended, what decided it and what came back. FX thread only. */
final class OutcomePane {
    private static final double NAMES = 190;
    private static final double FIELD = 360;

    private final ClaimsViewModel claims;
    private final OutcomeModel model;
    private final Words words;
    private final Times times;
    private final VBox node = new VBox(14);
    private final VBox said = new VBox(0);
    private final StateBadge badge = StateBadge.large();

    OutcomePane(ClaimsViewModel claims, Words words, Times times) {
        this.claims = claims;
        this.model = claims.outcome();
        this.words = words;
        this.times = times;
        node.setId("case-outcome");
        GridPane grid = new GridPane(16, 10);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        row(grid, "ui.outcome.decisive", decisive());
        row(grid, "ui.outcome.paper", paper());
        row(grid, "ui.outcome.recovered", recovered());
        row(grid, "ui.outcome.note", note());
        said.setId("outcomes-said");
        node.getChildren()
                .addAll(
                        badge.node(),
                        Panes.paragraph(words.text("ui.outcome.lesson"), "quiet"),
                        grid,
                        buttons(),
                        said);
        claims.page().subscribe(now -> fill());
        model.said().addListener((ListChangeListener<ClaimOutcome>) c -> fill());
        words.lang().subscribe(now -> fill());
    }

    Node node() {
        return node;
    }

    private ComboBox<Decisive> decisive() {
        ComboBox<Decisive> box =
                Named.box(
                        "decisive",
                        List.of(Decisive.values()),
                        words,
                        what -> words.say("ui.decisive." + what));
        box.valueProperty().bindBidirectional(model.decisive());
        return box;
    }

    private ComboBox<Optional<Addressee>> paper() {
        List<Optional<Addressee>> all =
                Stream.concat(
                                Stream.of(Optional.<Addressee>empty()),
                                Stream.of(Addressee.values()).map(Optional::of))
                        .toList();
        ComboBox<Optional<Addressee>> box =
                Named.box(
                        "outcome-paper",
                        all,
                        words,
                        who ->
                                words.say(
                                        who.map(one -> "ui.reader." + one)
                                                .orElse("ui.outcome.paper.newest")));
        box.valueProperty().bindBidirectional(model.paper());
        return box;
    }

    private TextField recovered() {
        TextField field = new TextField();
        field.setId("recovered");
        field.setMaxWidth(FIELD);
        field.promptTextProperty()
                .bind(
                        words.text(
                                () ->
                                        claims.page()
                                                .get()
                                                .map(page ->
                                                        words.say(
                                                                "ui.outcome.recovered.prompt",
                                                                page.claim().amount().yuan()))
                                                .orElse(""),
                                claims.page()));
        field.textProperty().bindBidirectional(model.recovered());
        return field;
    }

    private TextField note() {
        TextField field = new TextField();
        field.setId("decided-by");
        field.promptTextProperty().bind(words.text("ui.outcome.why"));
        field.textProperty().bindBidirectional(model.note());
        return field;
    }

    private void row(GridPane grid, String key, Control field) {
        Label name = Panes.label(words.text(key), "field-name");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(words.text(key));
        field.setMaxWidth(field instanceof TextField ? Double.MAX_VALUE : FIELD);
        grid.addRow(grid.getRowCount(), name, field);
    }

    private Node buttons() {
        FlowPane buttons = new FlowPane(8, 8);
        for (ClaimState state :
                List.of(ClaimState.WON, ClaimState.LOST, ClaimState.WITHDRAWN, ClaimState.OPEN)) {
            Button button = new Button();
            button.setId("outcome-" + state);
            button.textProperty().bind(words.text("ui.outcome." + state));
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> model.decide(state));
            button.disableProperty()
                    .bind(model.recovered().map(typed -> !model.recoveredRight()).orElse(false));
            if (state == ClaimState.OPEN)
                Panes.only(button, claims.page().map(page -> state() != ClaimState.OPEN));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private ClaimState state() {
        return claims.page().get().map(page -> page.claim().state()).orElse(ClaimState.OPEN);
    }

    private void fill() {
        ClaimState state = state();
        badge.show(
                state == ClaimState.OPEN
                        ? Mark.ATTENTION
                        : state == ClaimState.WON ? Mark.READY : Mark.OFF,
                words.say("ui.claim.state." + state));
        said.getChildren().clear();
        if (model.said().isEmpty()) {
            said.getChildren().add(Panes.paragraph(words.say("ui.outcome.open"), "quiet"));
            return;
        }
        Label title = new Label(words.say("ui.outcome.said"));
        title.getStyleClass().addAll("section", "section-gap");
        said.getChildren().add(title);
        for (ClaimOutcome one : model.said()) said.getChildren().add(row(one));
    }

    private Node row(ClaimOutcome one) {
        StateBadge how = new StateBadge();
        how.show(
                one.state() == ClaimState.WON
                        ? Mark.READY
                        : one.state() == ClaimState.OPEN ? Mark.ATTENTION : Mark.OFF,
                words.say("ui.claim.state." + one.state()));
        HBox place = new HBox(how.node());
        place.setMinWidth(110);
        VBox texts =
                new VBox(
                        2,
                        Panes.paragraph(
                                words.say(
                                        "ui.outcome.line",
                                        times.minute(one.at()),
                                        words.say("ui.decisive." + one.decisive()),
                                        one.paper()
                                                .map(who -> words.say("ui.reader." + who))
                                                .orElse("—"),
                                        one.recovered().yuan())));
        if (!one.note().isBlank())
            texts.getChildren().add(Panes.paragraph(one.note(), "finding-limits"));
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox row = new HBox(12, place, texts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("check-row");
        return row;
    }
}
