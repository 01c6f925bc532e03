package packwitness.ui.claims;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.util.Optional;

/** The claims board: what is urgent on the left, the case on the right. FX thread only. */
public final class ClaimsView implements Screen {
    private static final double REFRESH_SECONDS = 30;

    private final ClaimsViewModel model;
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final ListView<RefundClaim> list = new ListView<>();
    private final Timeline clock =
            new Timeline(
                    new KeyFrame(
                            javafx.util.Duration.seconds(REFRESH_SECONDS), e -> list.refresh()));

    public ClaimsView(ClaimsViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        clock.setCycleCount(Timeline.INDEFINITE);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        Node casePage = new CasePane(model, words, times, outside).node();
        Node form = new NewClaimPane(model, words).node();
        VBox none =
                Panes.empty(
                        Feather.SHIELD,
                        words.text("ui.claims.none.title"),
                        words.text("ui.claims.none.lesson"));
        Panes.only(form, model.form().map(Optional::isPresent));
        Panes.only(
                casePage,
                Bindings.createObjectBinding(
                        () -> model.form().get().isEmpty() && model.page().get().isPresent(),
                        model.form(),
                        model.page()));
        Panes.only(
                none,
                Bindings.createObjectBinding(
                        () -> model.form().get().isEmpty() && model.page().get().isEmpty(),
                        model.form(),
                        model.page()));
        node.setId("claims");
        node.getStyleClass().add("claims");
        node.setLeft(board());
        node.setCenter(new StackPane(none, casePage, form));
        node.setTop(trouble.node());
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.list();
        clock.play();
        list.requestFocus();
    }

    @Override
    public void hidden() {
        clock.stop();
    }

    private Node board() {
        list.setId("claim-list");
        list.setItems(model.claims());
        list.getStyleClass().add("claim-list");
        list.setCellFactory(view -> new Card());
        list.setPlaceholder(Panes.paragraph(words.text("ui.claims.empty"), "quiet"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(claim -> {
                    if (claim != null && !isOpen(claim)) model.open(claim.id());
                });
        model.page()
                .subscribe(now ->
                        now.ifPresent(page -> list.getSelectionModel().select(page.claim())));
        words.lang().subscribe(() -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox board = new VBox(8, Panes.label(words.text("ui.claims.board"), "section"), list);
        board.getStyleClass().add("board");
        return board;
    }

    private boolean isOpen(RefundClaim claim) {
        return model.page().get().map(page -> page.claim().id().equals(claim.id())).orElse(false);
    }

    private final class Card extends ListCell<RefundClaim> {
        private final StateBadge badge = new StateBadge();
        private final Label amount = new Label();
        private final Label what = new Label();
        private final VBox box = new VBox(4, new HBox(8, badge.node(), Panes.gap(), amount), what);

        Card() {
            amount.getStyleClass().add("card-amount");
            what.getStyleClass().add("quiet");
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RefundClaim claim, boolean empty) {
            super.updateItem(claim, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            Deadline left = Deadline.of(claim, model.left(claim), words);
            badge.show(left.mark(), left.text());
            amount.setText("¥" + claim.amount().yuan());
            what.setText(words.say("ui.claim.card", claim.platform(), claim.reason()));
            setGraphic(box);
        }
    }
}
