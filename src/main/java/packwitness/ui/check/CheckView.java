package packwitness.ui.check;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ledger.Check;
import packwitness.ledger.Outcome;
import packwitness.shop.Handed;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies what is dropped or chosen and draws the checks. FX thread only. */
public final class CheckView implements Screen {
    private static final Duration TICK = Duration.millis(250);
    private static final int MOST_FINDINGS = 40;
    private static final double STATE_WIDTH = 112;

    private final CheckViewModel model;
    private final Words words;
    private final Outside outside;
    private final BorderPane node = new BorderPane();
    private final VBox checks = new VBox(10);
    private final ProgressBar bar = new ProgressBar();
    private final Label left = new Label();
    private final Button choose;
    private final Timeline ticking;

    /**
     * @param further buttons of whoever shows this, such as one that leads on
     */
    public CheckView(CheckViewModel model, Words words, Outside outside, Button... further) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        this.choose = button("check-choose", Feather.FILE, "ui.check.choose");
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        VBox page = new VBox(zone(further), subject(), working(), trouble.node(), checks);
        page.getStyleClass().add("case-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        node.setId("check");
        node.setCenter(scroll);
        ticking = new Timeline(new KeyFrame(TICK, e -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        model.working()
                .subscribe(now -> {
                    if (now.isPresent()) ticking.play();
                    else ticking.stop();
                    tick();
                });
        model.result().subscribe(now -> draw());
        words.lang().subscribe(() -> draw());
        takeDrops(node, model::check);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        choose.requestFocus();
    }

    @Override
    public void hidden() {}

    /** Lets files be dropped on a place; a place inside that takes them itself comes first. */
    public static void takeDrops(Node place, Consumer<List<Path>> take) {
        place.setOnDragOver(e -> {
            if (!e.getDragboard().hasFiles()) return;
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        place.setOnDragDropped(e -> {
            if (!e.getDragboard().hasFiles()) return;
            take.accept(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
            e.consume();
        });
    }

    private Node zone(Button... further) {
        HBox lesson =
                new HBox(
                        10,
                        Panes.icon(Feather.DOWNLOAD),
                        Panes.paragraph(words.text("ui.check.lesson")));
        lesson.setAlignment(Pos.CENTER_LEFT);
        choose.setOnAction(e -> model.check(outside.chooseFiles(words.say("ui.check.choose"))));
        Button folder = button("check-folder", Feather.FOLDER, "ui.check.folder");
        folder.setOnAction(e ->
                outside.chooseFolder(words.say("ui.check.folder"), Optional.empty())
                        .ifPresent(one -> model.check(List.of(one))));
        FlowPane buttons = new FlowPane(8, 6, choose, folder);
        model.vault()
                .ifPresent(vault -> {
                    Button all = button("check-vault", Feather.DATABASE, "ui.check.vault");
                    all.setOnAction(e -> model.check(List.of(vault)));
                    buttons.getChildren().add(all);
                });
        buttons.getChildren().addAll(further);
        VBox zone =
                new VBox(
                        10,
                        Panes.label(words.text("ui.check.title"), "page-title"),
                        lesson,
                        buttons);
        zone.getStyleClass().add("drop-zone");
        return zone;
    }

    private Button button(String id, Feather icon, String key) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node subject() {
        Label names = Panes.paragraph(words.text(this::names, model.subjects()), "section");
        names.setId("check-subject");
        return Panes.only(names, model.subjects().map(all -> !all.isEmpty()));
    }

    /** The recordings of a parcel are known by its number; their files are named otherwise. */
    private String names() {
        List<Path> all = model.subjects().get();
        return model.parcel()
                .map(number -> words.say("ui.check.parcel", number, all.size()))
                .orElseGet(() ->
                        words.list(
                                all.stream().map(Path::getFileName).map(String::valueOf).toList()));
    }

    private Node working() {
        bar.setId("check-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        left.getStyleClass().add("quiet");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Button cancel = button("check-cancel", Feather.X, "ui.check.cancel");
        cancel.setOnAction(e -> model.cancel());
        HBox row = new HBox(10, bar, left, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return Panes.only(row, model.working().map(Optional::isPresent));
    }

    private void tick() {
        Optional<CheckViewModel.Working> now = model.working().get();
        if (now.isEmpty()) return;
        long nanos = System.nanoTime();
        bar.setProgress(now.get().share(nanos));
        left.setText(
                now.get()
                        .left(nanos)
                        .map(time -> words.say("ui.check.left", Math.max(1, time.toSeconds())))
                        .orElseGet(() -> words.say("ui.check.longer")));
    }

    private void draw() {
        checks.getChildren().clear();
        model.result()
                .get()
                .ifPresent(handed -> {
                    checks.getChildren().add(whole(handed));
                    for (Handed.Note note : handed.notes()) checks.getChildren().add(note(note));
                    VBox rows = new VBox();
                    for (Check check : handed.report().checks()) rows.getChildren().add(row(check));
                    checks.getChildren().add(rows);
                    checks.getChildren().add(limits(handed));
                });
    }

    private Node whole(Handed handed) {
        StateBadge badge = StateBadge.large();
        badge.show(mark(handed.outcome()), words.say("ui.check.whole." + handed.outcome()));
        badge.node().setId("check-outcome");
        Label counts =
                Panes.paragraph(
                        words.say(
                                "ui.check.counts",
                                count(handed, Outcome.PASSED),
                                count(handed, Outcome.FAILED),
                                count(handed, Outcome.UNDECIDED)),
                        "quiet");
        HBox.setHgrow(counts, Priority.ALWAYS);
        HBox row = new HBox(12, badge.node(), counts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static long count(Handed handed, Outcome outcome) {
        long notes =
                handed.notes().stream().filter(note -> note.kind().outcome() == outcome).count();
        return notes
                + handed.report().checks().stream()
                        .filter(check -> check.outcome() == outcome)
                        .count();
    }

    private Node note(Handed.Note note) {
        StateBadge badge = StateBadge.bare();
        Mark mark = note.kind().outcome() == Outcome.FAILED ? Mark.TROUBLE : Mark.ATTENTION;
        badge.show(mark);
        Label text =
                Panes.paragraph(words.say("shop.handed." + note.kind(), note.about(), note.said()));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, badge.node(), text);
        row.getStyleClass().addAll("notice", "check-note");
        return row;
    }

    private Node row(Check check) {
        Lang lang = words.lang().get();
        StateBadge badge = new StateBadge();
        badge.show(mark(check.outcome()), words.say("ui.check.outcome." + check.outcome()));
        HBox state = new HBox(badge.node());
        state.setMinWidth(STATE_WIDTH);
        Label title = Panes.paragraph(check.id() + "  " + check.title(lang), "section");
        HBox.setHgrow(title, Priority.ALWAYS);
        VBox findings = new VBox(3);
        findings.getStyleClass().add("check-findings");
        ToggleButton more = new ToggleButton();
        more.setId("check-more-" + check.id());
        more.getStyleClass().addAll("flat", "small");
        more.setText(words.say("ui.check.details", check.findings().size()));
        more.setAccessibleText(
                words.say("ui.check.details", check.findings().size()) + " " + check.title(lang));
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.selectedProperty()
                .subscribe(open -> {
                    // Made when asked for: a vault with many faults has thousands of sentences.
                    findings.getChildren().clear();
                    if (open) tell(check, findings);
                });
        more.setSelected(check.outcome() == Outcome.FAILED);
        HBox head = new HBox(8, title, more);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox text =
                new VBox(
                        2,
                        head,
                        Panes.paragraph(words.say("ui.check.proves", check.proves(lang))),
                        Panes.paragraph(
                                words.say("ui.check.not", check.doesNotProve(lang)), "quiet"),
                        findings);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, state, text);
        row.setId("check-" + check.id());
        row.getStyleClass().add("check-row");
        row.setAccessibleText(
                check.id()
                        + " "
                        + check.title(lang)
                        + ": "
                        + words.say("ui.check.outcome." + check.outcome()));
        return row;
    }

    private void tell(Check check, VBox into) {
        List<String> details = check.details(words.lang().get());
        for (int i = 0; i < Math.min(MOST_FINDINGS, details.size()); i++) {
            StateBadge badge = StateBadge.bare();
            badge.show(mark(check.findings().get(i).outcome()));
            Label text = Panes.paragraph(details.get(i), "finding-facts");
            HBox.setHgrow(text, Priority.ALWAYS);
            into.getChildren().add(new HBox(6, badge.node(), text));
        }
        if (details.size() > MOST_FINDINGS)
            into.getChildren()
                    .add(
                            Panes.paragraph(
                                    words.say("ui.check.more", details.size() - MOST_FINDINGS),
                                    "quiet"));
    }

    private Node limits(Handed handed) {
        VBox box = new VBox(4, Panes.paragraph(words.say("ui.check.limits"), "section"));
        for (String limit : handed.report().limits(words.lang().get()))
            box.getChildren().add(Panes.paragraph("· " + limit, "quiet"));
        box.getStyleClass().add("info-card");
        return box;
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Mark.READY;
            case FAILED -> Mark.TROUBLE;
            case UNDECIDED -> Mark.OFF;
        };
    }
}
