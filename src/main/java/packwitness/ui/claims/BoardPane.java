package packwitness.ui.claims;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import packwitness.shop.Due;
import packwitness.shop.DueClaim;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.value.Beijing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The claims, what is lost first at the top, with a filter over them. FX thread only. */
final class BoardPane {
    private final ClaimsViewModel model;
    private final Words words;
    private final Times times;
    private final Clock clock;
    private final FilteredList<BoardLine> lines;
    private final ListView<BoardLine> list = new ListView<>();
    private final VBox node;
    private boolean following;

    BoardPane(ClaimsViewModel model, Words words, Times times, Clock clock, Runnable intoTheCase) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.clock = clock;
        this.lines = new FilteredList<>(model.lines());
        list.setId("claim-list");
        list.setItems(lines);
        list.getStyleClass().add("claim-list");
        list.setCellFactory(view -> new Card());
        list.accessibleTextProperty().bind(words.text("ui.claims.board"));
        Label nothing =
                Panes.paragraph(words.text(this::nothing, model.typed(), model.filter()), "quiet");
        nothing.getStyleClass().add("board-empty");
        list.setPlaceholder(nothing);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null && !following && !isOpen(line)) model.open(line.claim().id());
                });
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() != KeyCode.ENTER || model.page().get().isEmpty()) return;
                    intoTheCase.run();
                    e.consume();
                });
        model.page().subscribe(now -> follow());
        lines.addListener((ListChangeListener<BoardLine>) c -> follow());
        model.filter().subscribe(now -> sieve());
        model.typed().subscribe(now -> sieve());
        words.lang().subscribe(() -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(8, head(), filters(), new VBox(search()), list);
        node.getStyleClass().add("board");
    }

    Node node() {
        return node;
    }

    /** Returns what the list does by itself, for the cheat sheet. */
    static Keymap keys() {
        return new Keymap("ui.claims.board")
                .tells(
                        "ui.claims.key.choose",
                        Keymap.key(KeyCode.UP),
                        Keymap.key(KeyCode.DOWN),
                        Keymap.key(KeyCode.HOME))
                .tells("ui.claims.key.into", Keymap.key(KeyCode.ENTER));
    }

    void refresh() {
        sieve();
        list.refresh();
    }

    void focus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !lines.isEmpty()) list.getFocusModel().focus(0);
    }

    private Node head() {
        HBox head =
                new HBox(
                        8,
                        Panes.label(words.text("ui.claims.board"), "section"),
                        Panes.gap(),
                        Panes.label(
                                words.text(() -> words.say("ui.claims.count", lines.size()), lines),
                                "quiet"));
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private Node filters() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        BoardFilter[] all = BoardFilter.values();
        for (BoardFilter one : all) {
            ToggleButton button = new ToggleButton();
            button.setId("filter-" + one);
            button.textProperty().bind(words.text("ui.claims.filter." + one));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .addAll(
                            "small",
                            one == all[0]
                                    ? "left-pill"
                                    : one == all[all.length - 1] ? "right-pill" : "center-pill");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.filter().set(one);
            });
            model.filter().subscribe(now -> button.setSelected(now == one));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node search() {
        TextField field = new TextField();
        field.setId("claim-filter");
        field.promptTextProperty().bind(words.text("ui.claims.filter"));
        field.accessibleTextProperty().bind(words.text("ui.claims.filter"));
        field.textProperty().bindBidirectional(model.typed());
        return field;
    }

    private void sieve() {
        Instant now = clock.instant();
        String typed = model.typed().get();
        BoardFilter filter = model.filter().get();
        following = true;
        lines.setPredicate(line ->
                (switch (filter) {
                            case OPEN -> line.isOpen();
                            case RED -> line.isRed(now);
                            case ENDED -> !line.isOpen();
                        })
                        && line.fits(typed));
        following = false;
        follow();
    }

    private void follow() {
        if (following) return;
        following = true;
        lines.stream()
                .filter(this::isOpen)
                .findFirst()
                .ifPresentOrElse(
                        list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        following = false;
    }

    private String nothing() {
        if (!model.typed().get().isBlank()) return words.say("ui.claims.empty.filtered");
        return words.say("ui.claims.empty." + model.filter().get());
    }

    private boolean isOpen(BoardLine line) {
        return model.page()
                .get()
                .map(page -> page.claim().id().equals(line.claim().id()))
                .orElse(false);
    }

    private final class Card extends ListCell<BoardLine> {
        private final StateBadge badge = new StateBadge();
        private final Label amount = new Label();
        private final Label what = new Label();
        private final Label platform = new Label();
        private final Label law = new Label();
        private final VBox box =
                new VBox(4, new HBox(8, badge.node(), Panes.gap(), amount), what, platform, law);

        Card() {
            amount.getStyleClass().add("card-amount");
            amount.setMinWidth(Label.USE_PREF_SIZE);
            platform.getStyleClass().addAll("quiet", "card-due");
            law.getStyleClass().addAll("quiet", "card-due");
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(BoardLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Deadline left = Deadline.of(line.claim(), model.left(line), words);
            badge.show(left.mark(), left.text());
            amount.setText("¥" + line.claim().amount().yuan());
            what.setText(
                    words.say(
                            "ui.claim.card",
                            Platforms.name(line.claim().platform(), words),
                            line.claim().reason()));
            platform.setText(platform(line));
            String legal = line.law(clock.instant()).map(this::law).orElse("");
            law.setText(legal);
            boolean lawIsRed = line.law(clock.instant()).filter(due -> isRed(due)).isPresent();
            law.getStyleClass().remove("due-red");
            if (lawIsRed) law.getStyleClass().add("due-red");
            law.setVisible(!legal.isEmpty());
            law.setManaged(!legal.isEmpty());
            setAccessibleText(
                    String.join(", ", left.text(), amount.getText(), what.getText(), legal));
            setGraphic(box);
        }

        private String platform(BoardLine line) {
            if (!line.isOpen())
                return line.claim().decidedBy().filter(by -> !by.isBlank()).orElse("");
            boolean byRule =
                    line.due()
                            .flatMap(due -> due.platform())
                            .filter(due -> due.kind() == Due.Kind.RULE)
                            .isPresent();
            return line.platformEnd()
                    .map(end ->
                            words.say(
                                    byRule ? "ui.claim.due.rule" : "ui.claim.due.platform",
                                    times.day(end, words.lang().get())))
                    .orElse(words.say("ui.claim.left.none"));
        }

        private boolean isRed(Due due) {
            return Duration.between(clock.instant(), due.at()).compareTo(DueClaim.RED) < 0;
        }

        private String law(Due due) {
            return words.say(
                    isRed(due) ? "ui.claim.due.law.red" : "ui.claim.due.law",
                    due.law().map(what -> what.in(words.lang().get())).orElse(""),
                    java.time.LocalDate.ofInstant(due.at(), Beijing.TIME));
        }
    }
}
