package packwitness.ui.keep;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import packwitness.keep.Backup;
import packwitness.keep.Fault;
import packwitness.keep.RetentionPlan;
import packwitness.keep.Waiting;
import packwitness.shop.KeepWords;
import packwitness.text.Messages;
import packwitness.ui.kit.JobBar;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Disk and rules, what goes next, integrity, backup. FX thread only. */
public final class KeepView implements Screen {
    private static final double GAP = 14;
    private static final double HALF = 500;
    private static final int MOST_REPAIRS = 5;
    private static final int MOST_LINES = 12;
    private static final Duration BETWEEN_LOOKS = Duration.minutes(1);

    private final KeepViewModel model;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final BorderPane node = new BorderPane();
    private final VBox repairs = new VBox(6);
    private final VBox waiting = new VBox(6);
    private final Timeline nights;

    public KeepView(KeepViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.outside = outside;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        // Two columns, not rows: a short card beside a long one would stand in a void.
        HBox grid =
                new HBox(
                        GAP,
                        column(disk(), rules(), person()),
                        column(clearing(), quarantine(), backup(), integrity()));
        grid.getStyleClass().add("case-page");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        node.setId("keep");
        node.setTop(new VBox(trouble.node(), working()));
        node.setCenter(scroll);
        model.report().subscribe(this::offer);
        model.page().subscribe(now -> fillWaiting());
        words.lang()
                .subscribe(() -> {
                    offer();
                    fillWaiting();
                });
        nights = new Timeline(new KeyFrame(BETWEEN_LOOKS, e -> model.night()));
        nights.setCycleCount(Timeline.INDEFINITE);
    }

    /** Follows the rules by itself from now on, whichever screen is looked at. */
    public void begin() {
        nights.play();
    }

    /** Ends that; called before the vault is closed. */
    public void end() {
        nights.stop();
        model.cancel();
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void hidden() {}

    private static Node column(Node... cards) {
        VBox column = new VBox(GAP, cards);
        column.setPrefWidth(HALF);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private Node disk() {
        Label full =
                Panes.paragraph(
                        words.text(
                                () ->
                                        model.page().get().stream()
                                                .map(KeepPage::forecast)
                                                .flatMap(f -> f.fullWithoutRules().stream())
                                                .map(day ->
                                                        words.say("ui.keep.full", day.toString()))
                                                .findFirst()
                                                .orElse(""),
                                model.page()),
                        "page-subtitle");
        full.setId("keep-full");
        return card(
                Feather.HARD_DRIVE,
                words.text("ui.keep.disk"),
                Panes.only(full, full.textProperty().isNotEmpty()),
                lines(
                        () ->
                                model.page()
                                        .get()
                                        .map(now -> said().forecast(now.forecast()))
                                        .orElse(List.of(words.say("ui.keep.reading"))),
                        model.page(),
                        ""),
                Panes.label(words.text("ui.keep.notes"), "section"),
                lines(this::notes, model.page(), "quiet"));
    }

    private List<String> notes() {
        List<String> lines =
                model.page().get().stream()
                        .flatMap(now -> now.notes().stream())
                        .map(note ->
                                words.say(
                                        "ui.keep.noted",
                                        times.minute(note.beganAt()),
                                        said().note(note)))
                        .toList();
        return lines.isEmpty() ? List.of(words.say("ui.keep.notes.none")) : lines;
    }

    private Node rules() {
        return card(
                Feather.SLIDERS, words.text("ui.keep.rules"), new RulesPane(model, words).node());
    }

    private Node quarantine() {
        return card(
                Feather.INBOX,
                words.text("ui.keep.quarantine"),
                Panes.paragraph(words.text("ui.keep.quarantine.lesson"), "quiet"),
                waiting);
    }

    private void fillWaiting() {
        waiting.getChildren().clear();
        List<Waiting> all = model.page().get().map(KeepPage::waiting).orElse(List.of());
        if (all.isEmpty())
            waiting.getChildren().add(Panes.paragraph(words.say("ui.keep.quarantine.none")));
        for (Waiting one : all.stream().limit(MOST_LINES).toList())
            waiting.getChildren().add(waits(one));
        if (all.size() > MOST_LINES)
            waiting.getChildren()
                    .add(Panes.paragraph(words.say("ui.keep.more", all.size() - MOST_LINES)));
    }

    private Node waits(Waiting one) {
        int days = model.page().get().map(now -> now.rules().quarantineDays()).orElse(0);
        String until = times.minute(one.since().plus(java.time.Duration.ofDays(days)));
        Label text =
                Panes.paragraph(
                        words.say(
                                "ui.keep.waits",
                                one.waybill().orElse("—"),
                                one.files(),
                                KeepWords.size(one.bytes()),
                                until));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button back = new Button(words.say("ui.keep.bring-back"));
        back.setId("keep-back-" + one.shipment().value());
        back.setAccessibleText(words.say("ui.keep.bring-back") + " " + one.waybill().orElse(""));
        back.getStyleClass().add("small");
        back.setMinWidth(Region.USE_PREF_SIZE);
        // Without its row there is nothing that could be put on hold, and it would go again.
        back.disableProperty()
                .bind(
                        one.waybill().isEmpty()
                                ? Bindings.createBooleanBinding(() -> true)
                                : model.busy());
        back.setOnAction(e -> model.bringBack(one, words.say("ui.keep.brought-back")));
        return row(text, back);
    }

    private Node person() {
        return card(
                Feather.USER_X,
                words.text("ui.keep.person"),
                new PersonPane(model, words, times).node());
    }

    private Node clearing() {
        Button clear = button("keep-clear", Feather.ARCHIVE, "ui.keep.clear");
        clear.getStyleClass().add("accent");
        clear.setOnAction(e -> model.clear());
        clear.disableProperty()
                .bind(
                        model.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () ->
                                                        plan().map(RetentionPlan::isEmpty)
                                                                .orElse(true),
                                                model.page())));
        Button again = button("keep-look", Feather.REFRESH_CW, "ui.keep.look");
        again.setOnAction(e -> model.look());
        return card(
                Feather.CLOCK,
                words.text("ui.keep.next"),
                lines(() -> plan().map(said()::plan).orElse(List.of()), model.page(), ""),
                row(clear, again),
                lines(
                        () -> model.cleared().get().map(said()::result).orElse(List.of()),
                        model.cleared(),
                        "quiet"));
    }

    private Node integrity() {
        Button check = button("keep-check", Feather.CHECK_SQUARE, "ui.keep.check");
        check.setOnAction(e -> model.check());
        check.disableProperty().bind(model.busy());
        return card(
                Feather.SHIELD,
                words.text("ui.keep.integrity"),
                Panes.paragraph(words.text("ui.keep.integrity.lesson"), "quiet"),
                row(check),
                lines(
                        () -> cut(model.report().get().map(said()::report).orElse(List.of())),
                        model.report(),
                        ""),
                repairs);
    }

    private Node backup() {
        Button copy = button("keep-backup", Feather.COPY, "ui.keep.backup.begin");
        copy.setOnAction(e -> where().ifPresent(model::backup));
        copy.disableProperty().bind(model.busy());
        Button other = button("keep-backup-other", Feather.FOLDER, "ui.keep.backup.other");
        other.setOnAction(e -> chosen().ifPresent(model::backup));
        other.disableProperty().bind(model.busy());
        Panes.only(other, model.page().map(now -> last().isPresent()));
        Button drill = button("keep-drill", Feather.ROTATE_CCW, "ui.keep.backup.drill");
        drill.setOnAction(e -> last().map(Backup.Place::folder).ifPresent(model::drill));
        drill.disableProperty()
                .bind(
                        model.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> last().isEmpty(), model.page())));
        return card(
                Feather.SAVE,
                words.text("ui.keep.backup"),
                lines(this::places, model.page(), ""),
                new FlowPane(8, 8, copy, other, drill),
                lines(
                        () -> model.copied().get().map(said()::backup).orElse(List.of()),
                        model.copied(),
                        "quiet"),
                lines(
                        () -> model.drilled().get().map(said()::drill).orElse(List.of()),
                        model.drilled(),
                        "quiet"));
    }

    private List<String> places() {
        if (last().isEmpty()) return List.of(words.say("ui.keep.backup.none"));
        return model.page().get().stream()
                .flatMap(now -> now.places().stream())
                .map(at -> place(at.backup(), at.there()))
                .toList();
    }

    private String place(Backup.Place place, boolean there) {
        return words.say(
                there ? "ui.keep.backup.place" : "ui.keep.backup.away",
                place.folder(),
                place.doneAt()
                        .map(times::minute)
                        .orElseGet(() -> words.say("ui.keep.backup.never")),
                place.drillAt()
                        .map(at ->
                                words.say(
                                        place.drillOk()
                                                ? "ui.keep.drill.passed"
                                                : "ui.keep.drill.failed",
                                        times.minute(at)))
                        .orElseGet(() -> words.say("ui.keep.drill.never")));
    }

    private Node working() {
        Node bar = new JobBar(words, "keep", model.job()).node();
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox working = row(Panes.label(words.text("ui.keep.working"), "quiet"), bar);
        working.getStyleClass().add("search-row");
        return Panes.only(working, model.busy());
    }

    /** A repair is a button that somebody presses. */
    private void offer() {
        repairs.getChildren().clear();
        List<Fault> offered =
                model.report().get().stream()
                        .flatMap(report -> report.faults().stream())
                        .filter(fault -> fault.repair() != Fault.Repair.FROM_BACKUP)
                        .toList();
        offered.stream().limit(MOST_REPAIRS).forEach(f -> repairs.getChildren().add(repair(f)));
        if (offered.size() < 2) return;
        Button all = new Button(words.say("ui.keep.repair.all", offered.size()));
        all.setId("keep-repair-all");
        all.disableProperty().bind(model.busy());
        all.setOnAction(e -> model.repair(offered));
        repairs.getChildren().add(all);
    }

    private Node repair(Fault fault) {
        Button button = new Button(words.say("ui.keep.repair." + fault.repair()));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.busy());
        button.setAccessibleText(button.getText() + " " + fault.file());
        button.setOnAction(e -> model.repair(List.of(fault)));
        return row(button, new Label(fault.file()));
    }

    /** A disk that was changed has as many faults as files; a screen has no room for them. */
    private List<String> cut(List<String> lines) {
        if (lines.size() <= MOST_LINES) return lines;
        List<String> few = new ArrayList<>(lines.subList(0, MOST_LINES));
        few.add(words.say("ui.keep.more", lines.size() - MOST_LINES));
        return few;
    }

    private Optional<RetentionPlan> plan() {
        return model.page().get().map(KeepPage::plan);
    }

    private Optional<Backup.Place> last() {
        return model.page()
                .get()
                .flatMap(now -> now.places().stream().findFirst())
                .map(KeepPage.Place::backup);
    }

    /** The folder of the last backup, or one that is chosen now. */
    private Optional<Path> where() {
        return last().map(Backup.Place::folder).or(this::chosen);
    }

    private Optional<Path> chosen() {
        return outside.chooseFolder(
                words.say("ui.keep.backup.choose"), last().map(Backup.Place::folder));
    }

    private KeepWords said() {
        return new KeepWords(Messages.of(words.lang().get()));
    }

    private interface Lines {
        List<String> now();
    }

    private Label lines(Lines lines, ObservableValue<?> source, String style) {
        Label label =
                Panes.paragraph(
                        words.text(() -> String.join("\n", lines.now()), source),
                        "keep-lines",
                        style);
        return Panes.only(label, label.textProperty().isNotEmpty());
    }

    private Button button(String id, Feather icon, String key) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node card(Feather icon, ObservableValue<String> title, Node... parts) {
        Label head = Panes.label(title, "section");
        head.setGraphic(Panes.icon(icon));
        VBox card = new VBox(10, head);
        card.getChildren().addAll(parts);
        card.getStyleClass().add("finding-card");
        return card;
    }
}
