package packwitness.ui.claims;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The page of one case: its head with the clock, and its sheets. FX thread only. */
final class CasePane {
    private final ClaimsViewModel model;
    private final Words words;
    private final Times times;
    private final DropPane drop;
    private final PaperPane papers;
    private final BorderPane node = new BorderPane();
    private final VBox findings = new VBox(12);
    private final Map<PictureModel, Node> cards = new HashMap<>();
    private final StateBadge left = StateBadge.large();
    private final Map<CaseTab, ToggleButton> buttons = new EnumMap<>(CaseTab.class);
    private final Map<CaseTab, Node> sheets = new EnumMap<>(CaseTab.class);
    private final StackPane stack = new StackPane();

    CasePane(ClaimsViewModel model, Words words, Times times, Outside outside, Clock clock) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.drop = new DropPane(model, words, outside);
        sheet(CaseTab.CHECKS, new ChecksPane(model, words, times, outside).node());
        sheet(CaseTab.PICTURES, pictures());
        sheet(CaseTab.BUYER, new HistoryPane(model, words).node());
        sheet(CaseTab.LAW, new LawPane(model, words, clock).node());
        this.papers = new PaperPane(model, words, outside);
        sheets.put(CaseTab.PAPER, papers.node());
        sheet(CaseTab.OUTCOME, new OutcomePane(model, words, times).node());
        node.setId("case");
        node.setTop(new VBox(header(), tabs()));
        node.setCenter(stack);
        drop.takesDropsOn(node);
        model.page().subscribe(now -> clock());
        model.lines().addListener((ListChangeListener<BoardLine>) c -> clock());
        words.lang().subscribe(() -> clock());
        model.pictures().addListener((ListChangeListener<PictureModel>) c -> cards());
        model.tab().subscribe(now -> show(now));
    }

    Node node() {
        return node;
    }

    /** Counts the time left anew. */
    void clock() {
        model.page()
                .get()
                .ifPresent(page -> {
                    RefundClaim claim = page.claim();
                    Deadline time = Deadline.of(claim, model.left(claim), words);
                    left.show(time.mark(), time.text());
                });
    }

    /** Puts the focus on the sheet that is shown. */
    void focus() {
        ToggleButton button = buttons.get(model.tab().get());
        if (button != null) button.requestFocus();
    }

    private void sheet(CaseTab tab, Node content) {
        VBox page = new VBox(content);
        page.getStyleClass().add("case-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setId("sheet-" + tab);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        sheets.put(tab, scroll);
    }

    private Node header() {
        Label title = Panes.label(words.text(this::title, model.page()), "page-title");
        title.setId("case-title");
        Label sub =
                Panes.paragraph(words.text(this::subtitle, model.page(), model.lines()), "quiet");
        VBox texts = new VBox(2, title, sub);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox header = new HBox(12, texts, left.node());
        header.setAlignment(Pos.TOP_LEFT);
        header.getStyleClass().add("case-head");
        return header;
    }

    private Node tabs() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(2);
        row.getStyleClass().add("case-tabs");
        for (CaseTab tab : CaseTab.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("tab-" + tab);
            button.textProperty().bind(words.text("ui.case.tab." + tab, tab.number()));
            button.getStyleClass().setAll("case-tab");
            button.setToggleGroup(group);
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.tab().set(tab);
            });
            buttons.put(tab, button);
            row.getChildren().add(button);
        }
        row.getChildren().addAll(Panes.gap(), progress());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** How far the pictures are; in sight from every sheet. */
    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.setId("inspecting");
        bar.progressProperty().bind(model.inspected());
        bar.setPrefWidth(110);
        HBox row = new HBox(8, Panes.label(words.text("ui.case.inspecting"), "quiet"), bar);
        row.setAlignment(Pos.CENTER_LEFT);
        return Panes.only(row, model.inspected().map(part -> part.doubleValue() < 1));
    }

    private Node pictures() {
        Panes.only(findings, javafx.beans.binding.Bindings.isNotEmpty(model.pictures()));
        VBox none =
                Panes.empty(
                        org.kordamp.ikonli.feather.Feather.IMAGE,
                        words.text("ui.pictures.none.title"),
                        words.text("ui.pictures.none.lesson"));
        Panes.only(none, javafx.beans.binding.Bindings.isEmpty(model.pictures()));
        return new VBox(12, drop.node(), none, findings);
    }

    private void cards() {
        // One more picture must not draw the others anew.
        cards.keySet().retainAll(model.pictures());
        findings.getChildren()
                .setAll(
                        model.pictures().stream()
                                .map(picture ->
                                        cards.computeIfAbsent(
                                                picture,
                                                one -> new FindingsPane(model, one, words).node()))
                                .toList());
    }

    private void show(CaseTab tab) {
        Node sheet = sheets.get(tab);
        if (sheet != null) stack.getChildren().setAll(sheet);
        ToggleButton button = buttons.get(tab);
        if (button != null) button.setSelected(true);
    }

    /** Returns what leads to the sheets and to what is done on them, wherever the focus is. */
    Keymap keys() {
        Keymap keys = new Keymap("ui.claims.keys");
        for (CaseTab tab : CaseTab.values())
            keys.when("ui.claims.key." + tab, onCase(() -> open(tab)), Keymap.alt(tab.digit));
        return keys.when("ui.claims.key.add", onCase(this::add), Keymap.ctrl(KeyCode.O))
                .when("ui.claims.key.facts", onCase(model::editFacts), Keymap.ctrl(KeyCode.I))
                .when("ui.claims.key.merchant", onCase(this::merchant), Keymap.ctrl(KeyCode.M))
                .when("ui.claims.key.sentences", onCase(this::sentences), Keymap.ctrl(KeyCode.L))
                .tells("ui.claims.key.keep", Keymap.ctrl(KeyCode.ENTER))
                .when("ui.claims.key.pack", onCase(this::pack), Keymap.ctrl(KeyCode.E))
                .when("ui.claims.key.make", onCase(this::make), Keymap.ctrlShift(KeyCode.E));
    }

    /** Nothing of a case applies where no case is in sight. */
    private BooleanSupplier onCase(Runnable deed) {
        return () -> {
            if (model.page().get().isEmpty() || model.covered()) return false;
            deed.run();
            return true;
        };
    }

    private void open(CaseTab tab) {
        model.tab().set(tab);
        focus();
    }

    private void add() {
        model.tab().set(CaseTab.PICTURES);
        drop.choose();
    }

    private void sentences() {
        model.tab().set(CaseTab.PAPER);
        papers.edit();
    }

    private void merchant() {
        model.merchant().edit();
    }

    private void pack() {
        model.tab().set(CaseTab.PAPER);
        model.paper().pack();
    }

    private void make() {
        model.tab().set(CaseTab.PAPER);
        model.paper().make();
    }

    private String title() {
        return model.page()
                .get()
                .map(page ->
                        words.say(
                                "ui.case.title",
                                page.claim().amount().yuan(),
                                Platforms.name(page.claim().platform(), words),
                                page.shipment().waybill().text()))
                .orElse("");
    }

    private String subtitle() {
        return model.page()
                .get()
                .map(page ->
                        words.say(
                                "ui.case.subtitle",
                                page.claim().reason(),
                                page.claim().buyer().orElse("—"),
                                page.claim().filedOn(),
                                model.platformEnd(page.claim()).map(times::minute).orElse("—")))
                .orElse("");
    }
}
