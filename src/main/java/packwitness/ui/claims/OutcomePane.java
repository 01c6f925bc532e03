package packwitness.ui.claims;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import packwitness.claim.ClaimState;
import packwitness.claim.Decisive;
import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;

import java.util.Optional;

/** How the claim ended and what decided it. FX thread only. */
final class OutcomePane {
    private final ClaimsViewModel model;
    private final Words words;
    private final VBox node = new VBox(12);
    private final StateBadge badge = StateBadge.large();

    OutcomePane(ClaimsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        node.setId("case-outcome");
        TextField why = new TextField();
        why.setId("decided-by");
        why.promptTextProperty().bind(words.text("ui.outcome.why"));
        why.accessibleTextProperty().bind(words.text("ui.outcome.why"));
        why.textProperty().bindBidirectional(model.decidedBy());
        ComboBox<Decisive> decisive = new ComboBox<>();
        decisive.setId("decisive");
        decisive.getItems().setAll(Decisive.values());
        decisive.valueProperty().bindBidirectional(model.decisive());
        decisive.accessibleTextProperty().bind(words.text("ui.outcome.decisive"));
        words.lang()
                .subscribe(() -> {
                    decisive.setCellFactory(list -> new DecisiveCell());
                    decisive.setButtonCell(new DecisiveCell());
                });
        Label question = Panes.label(words.text("ui.outcome.decisive"), "field-name");
        question.setLabelFor(decisive);
        FlowPane buttons = new FlowPane(8, 8);
        for (ClaimState state : ClaimState.values()) {
            if (state == ClaimState.OPEN) continue;
            Button button = new Button();
            button.setId("outcome-" + state);
            button.textProperty().bind(words.text("ui.outcome." + state));
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> model.decide(state));
            buttons.getChildren().add(button);
        }
        var decided = Panes.paragraph(words.text(this::decidedBy, model.page()), "quiet");
        node.getChildren()
                .addAll(
                        badge.node(),
                        decided,
                        Panes.paragraph(words.text("ui.outcome.lesson"), "quiet"),
                        question,
                        decisive,
                        why,
                        buttons);
        model.page().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    Node node() {
        return node;
    }

    private final class DecisiveCell extends ListCell<Decisive> {
        @Override
        protected void updateItem(Decisive what, boolean empty) {
            super.updateItem(what, empty);
            setText(empty || what == null ? "" : words.say("ui.decisive." + what));
        }
    }

    private void fill() {
        ended().ifPresentOrElse(
                        claim ->
                                badge.show(
                                        claim.state() == ClaimState.WON ? Mark.READY : Mark.OFF,
                                        words.say("ui.claim.state." + claim.state())),
                        () -> badge.show(Mark.ATTENTION, words.say("ui.claim.state.OPEN")));
    }

    private String decidedBy() {
        return ended().map(claim ->
                        words.say(
                                "ui.outcome.done",
                                words.say("ui.claim.state." + claim.state()),
                                claim.decidedBy().filter(w -> !w.isBlank()).orElse("—")))
                .orElse(words.say("ui.outcome.open"));
    }

    private Optional<RefundClaim> ended() {
        return model.page()
                .get()
                .map(ClaimPage::claim)
                .filter(claim -> claim.state() != ClaimState.OPEN);
    }
}
