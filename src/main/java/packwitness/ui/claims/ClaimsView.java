package packwitness.ui.claims;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.time.Clock;
import java.util.List;

/** The claims: what is urgent on the left, the case on the right. FX thread only. */
public final class ClaimsView implements Screen {
    private static final double REFRESH_SECONDS = 30;

    private final ClaimsViewModel model;
    private final BorderPane node = new BorderPane();
    private final StackPane stack = new StackPane(node);
    private final BoardPane board;
    private final CasePane casePage;
    private final Timeline ticks;
    private final Keymap keys;

    public ClaimsView(
            ClaimsViewModel model, Words words, Times times, Outside outside, Clock clock) {
        this.model = model;
        this.casePage = new CasePane(model, words, times, outside, clock);
        this.board = new BoardPane(model, words, times, clock, casePage::focus);
        this.ticks =
                new Timeline(
                        new KeyFrame(
                                javafx.util.Duration.seconds(REFRESH_SECONDS),
                                e -> {
                                    model.list();
                                    board.refresh();
                                    casePage.clock();
                                }));
        ticks.setCycleCount(Timeline.INDEFINITE);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        Node form = new NewClaimPane(model, words).node();
        VBox none =
                Panes.empty(
                        Feather.SHIELD,
                        words.text("ui.claims.none.title"),
                        words.text("ui.claims.none.lesson"));
        Panes.only(form, model.form().map(java.util.Optional::isPresent));
        Panes.only(casePage.node(), shown(true));
        Panes.only(none, shown(false));
        node.setId("claims");
        node.getStyleClass().add("claims");
        node.setLeft(board.node());
        Node merchant = new MerchantPane(model.merchant(), words).node();
        Node facts = new FactsPane(model.facts(), words).node();
        node.setCenter(new StackPane(none, casePage.node(), form, merchant, facts));
        node.setTop(trouble.node());
        LargePane large = new LargePane(model, words);
        stack.getChildren().add(large.node());
        keys = casePage.keys();
        stack.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        // The focus goes back to the page that was covered.
        model.enlarged()
                .subscribe((before, now) -> {
                    if (before.isPresent() && now.isEmpty()) casePage.focus();
                });
        model.merchant().editing().subscribe((before, now) -> uncovered(before && !now));
        model.facts().editing().subscribe((before, now) -> uncovered(before && !now));
    }

    private void uncovered(boolean now) {
        if (now) casePage.focus();
    }

    @Override
    public Parent node() {
        return stack;
    }

    @Override
    public void shown() {
        model.list();
        ticks.play();
        board.focus();
    }

    @Override
    public void hidden() {
        ticks.stop();
        model.enlarge(null);
    }

    @Override
    public List<Keymap> keys() {
        return List.of(keys, BoardPane.keys());
    }

    private ObservableValue<Boolean> shown(boolean page) {
        return Bindings.createObjectBinding(
                () -> model.form().get().isEmpty() && model.page().get().isPresent() == page,
                model.form(),
                model.page());
    }
}
