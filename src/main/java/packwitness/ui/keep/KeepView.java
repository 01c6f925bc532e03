package packwitness.ui.keep;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.keep.Backup;
import packwitness.keep.Fault;
import packwitness.keep.RetentionPlan;
import packwitness.shop.KeepWords;
import packwitness.text.Messages;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Disk and rules, what goes next, integrity, backup. FX thread only. */
public final class KeepView implements Screen {
    private static final double GAP = 14;
    private static final int MOST_REPAIRS = 5;

    private final KeepViewModel model;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final BorderPane node = new BorderPane();
    private final VBox repairs = new VBox(6);

    public KeepView(KeepViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.outside = outside;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        GridPane grid = new GridPane(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(half, half);
        grid.addRow(0, disk(), clearing());
        grid.addRow(1, integrity(), backup());
        grid.getStyleClass().add("case-page");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        node.setId("keep");
        node.setTop(new VBox(trouble.node(), working()));
        node.setCenter(scroll);
        model.report().subscribe(this::offer);
        words.lang().subscribe(() -> offer());
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

    private Node disk() {
        return card(
                Feather.HARD_DRIVE,
                words.text("ui.keep.disk"),
                lines(
                        () ->
                                model.page()
                                        .get()
                                        .map(now -> said().forecast(now.forecast()))
                                        .orElse(List.of(words.say("ui.keep.reading"))),
                        model.page(),
                        ""),
                Panes.label(words.text("ui.keep.rules"), "section"),
                lines(
                        () ->
                                model.page()
                                        .get()
                                        .map(now -> said().rules(now.rules()))
                                        .orElse(List.of()),
                        model.page(),
                        "quiet"));
    }

    private Node clearing() {
        Button clear = button("keep-clear", Feather.ARCHIVE, "ui.keep.clear");
        clear.getStyleClass().add("accent");
        clear.setOnAction(e -> model.clear());
        clear.disableProperty()
                .bind(
                        model.busy()
                                .or(
                                        javafx.beans.binding.Bindings.createBooleanBinding(
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
                        () -> model.report().get().map(said()::report).orElse(List.of()),
                        model.report(),
                        ""),
                repairs);
    }

    private Node backup() {
        Button copy = button("keep-backup", Feather.COPY, "ui.keep.backup.begin");
        copy.setOnAction(e -> where().ifPresent(model::backup));
        copy.disableProperty().bind(model.busy());
        Button drill = button("keep-drill", Feather.ROTATE_CCW, "ui.keep.backup.drill");
        drill.setOnAction(e -> last().map(Backup.Place::folder).ifPresent(model::drill));
        drill.disableProperty()
                .bind(
                        model.busy()
                                .or(
                                        javafx.beans.binding.Bindings.createBooleanBinding(
                                                () -> last().isEmpty(), model.page())));
        return card(
                Feather.SAVE,
                words.text("ui.keep.backup"),
                lines(this::places, model.page(), ""),
                row(copy, drill),
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
                .map(place ->
                        words.say(
                                "ui.keep.backup.place",
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
                                        .orElseGet(() -> words.say("ui.keep.drill.never"))))
                .toList();
    }

    private Node working() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty().bind(model.progress());
        Button cancel = button("keep-cancel", Feather.X, "ui.keep.cancel");
        cancel.setOnAction(e -> model.cancel());
        HBox working = row(Panes.label(words.text("ui.keep.working"), "quiet"), bar, cancel);
        working.getStyleClass().add("search-row");
        return Panes.only(working, model.busy());
    }

    /** A repair is a button that somebody presses. */
    private void offer() {
        repairs.getChildren().clear();
        model.report()
                .get()
                .ifPresent(report ->
                        report.faults().stream()
                                .filter(fault -> fault.repair() != Fault.Repair.FROM_BACKUP)
                                .limit(MOST_REPAIRS)
                                .forEach(fault -> repairs.getChildren().add(repair(fault))));
    }

    private Node repair(Fault fault) {
        Button button = new Button(words.say("ui.keep.repair." + fault.repair()));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.busy());
        button.setOnAction(e -> model.repair(fault));
        return row(button, new Label(fault.file()));
    }

    private Optional<RetentionPlan> plan() {
        return model.page().get().map(KeepPage::plan);
    }

    private Optional<Backup.Place> last() {
        return model.page().get().flatMap(now -> now.places().stream().findFirst());
    }

    /** The folder of the last backup, or one that is chosen now. */
    private Optional<Path> where() {
        return last().map(Backup.Place::folder)
                .or(() ->
                        outside.chooseFolder(words.say("ui.keep.backup.choose"), Optional.empty()));
    }

    private KeepWords said() {
        return new KeepWords(Messages.of(words.lang().get()));
    }

    private interface Lines {
        List<String> now();
    }

    private Label lines(Lines lines, ObservableValue<?> source, String style) {
        return Panes.paragraph(
                words.text(() -> String.join("\n", lines.now()), source), "keep-lines", style);
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
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }
}
