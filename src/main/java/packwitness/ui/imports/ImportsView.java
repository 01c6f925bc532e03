package packwitness.ui.imports;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import packwitness.orders.ImportPreview;
import packwitness.orders.OrderImport;
import packwitness.orders.RowTrouble;
import packwitness.ui.kit.JobBar;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.io.File;
import java.util.EnumSet;
import java.util.Set;

/**
 * The import screen: one file from top to bottom, the earlier imports beside it. FX thread only.
 */
public final class ImportsView implements Screen {
    private static final double SIDE = 340;
    private static final Duration BETWEEN_GLANCES = Duration.seconds(5);

    private final ImportsViewModel model;
    private final Words words;
    private final Outside outside;
    private final HBox node = new HBox(18);
    private final Timeline glances;
    private final VBox page = new VBox(14);
    private final VBox summary = new VBox(6);
    private final Button choose = new Button("", Panes.icon(Feather.FILE_PLUS));

    public ImportsView(ImportsViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        PreviewTable table = new PreviewTable(model, words);
        page.getStyleClass().add("import-page");
        page.setPadding(new Insets(22));
        page.getChildren()
                .addAll(
                        Panes.label(words.text("ui.imports.title"), "page-title"),
                        Panes.paragraph(words.text("ui.imports.lead"), "quiet"),
                        drop(),
                        trouble.node(),
                        summary,
                        actions(),
                        table.node());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox beside =
                new VBox(
                        22,
                        new WatchPane(model, words, times, outside).node(),
                        new ImportHistory(model, words, times).node());
        beside.setPadding(new Insets(22, 18, 22, 6));
        ScrollPane side = new ScrollPane(beside);
        side.setFitToWidth(true);
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        HBox.setHgrow(page, Priority.ALWAYS);
        node.getChildren().addAll(page, side);
        node.setOnDragOver(this::over);
        node.setOnDragDropped(this::dropped);
        model.preview().subscribe(now -> tell());
        model.step().subscribe(now -> tell());
        model.undone().subscribe(now -> tell());
        words.lang().subscribe(now -> tell());
        glances = new Timeline(new KeyFrame(BETWEEN_GLANCES, e -> model.glance()));
        glances.setCycleCount(Timeline.INDEFINITE);
    }

    /** Looks into the watched folder from now on, whichever screen is in front. */
    public void begin() {
        model.readWatched();
        glances.play();
    }

    /** Ends that, and the import that is running after its portion. */
    public void end() {
        glances.stop();
        model.cancel();
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.refresh();
        choose.requestFocus();
    }

    @Override
    public void hidden() {}

    private Node drop() {
        choose.setId("import-choose");
        choose.getStyleClass().addAll("accent");
        choose.textProperty().bind(words.text("ui.imports.choose"));
        choose.setOnAction(e -> model.choose(outside.chooseFiles(words.say("ui.import.title"))));
        HBox zone =
                new HBox(
                        14,
                        Panes.icon(Feather.DOWNLOAD),
                        Panes.label(words.text("ui.imports.drop")),
                        choose);
        zone.setAlignment(Pos.CENTER);
        zone.setPadding(new Insets(18));
        zone.getStyleClass().add("drop-zone");
        return zone;
    }

    private Node actions() {
        Button start = new Button("", Panes.icon(Feather.CHECK));
        start.setId("import-start");
        start.getStyleClass().addAll("accent", "large");
        start.textProperty().bind(words.text("ui.imports.start"));
        start.setOnAction(e -> model.start());
        Panes.only(
                start,
                Bindings.createBooleanBinding(
                        () ->
                                model.step().get() == ImportStep.PREVIEW
                                        && model.preview()
                                                .get()
                                                .map(found -> found.refusal().isEmpty())
                                                .orElse(false),
                        model.step(),
                        model.preview()));
        Node running = new JobBar(words, "import", model.job()).node();
        HBox.setHgrow(running, Priority.SOMETIMES);
        Button next = new Button("", Panes.icon(Feather.CHEVRON_RIGHT));
        next.setId("import-next");
        next.textProperty()
                .bind(
                        words.text(
                                () -> words.say("ui.imports.next", model.queue().size()),
                                model.queue()));
        next.setOnAction(e -> model.next());
        Panes.only(
                next,
                Bindings.createBooleanBinding(
                        () ->
                                !model.queue().isEmpty()
                                        && !model.step().get().writes()
                                        && model.step().get() != ImportStep.LOOKING,
                        model.queue(),
                        model.step()));
        HBox actions = new HBox(12, start, running, next);
        actions.setAlignment(Pos.CENTER_LEFT);
        return actions;
    }

    private void tell() {
        summary.getChildren().clear();
        model.undone().get().ifPresent(this::undone);
        switch (model.step().get()) {
            case EMPTY -> {}
            case LOOKING -> badge(Mark.OFF, words.say("ui.imports.looking"));
            case PREVIEW -> model.preview().get().ifPresent(this::preview);
            case RUNNING -> badge(Mark.RUNNING, words.say("ui.imports.running"));
            case DONE -> model.taken().get().ifPresent(this::done);
            case UNDOING -> badge(Mark.RUNNING, words.say("ui.imports.undoing.now"));
        }
    }

    private void undone(OrderImport.Undone done) {
        badge(
                done.whole() ? Mark.READY : Mark.ATTENTION,
                words.say(
                        done.whole() ? "ui.imports.undone" : "ui.imports.undone.part",
                        done.importId(),
                        done.removed(),
                        done.restored(),
                        done.left()));
    }

    private void preview(ImportPreview found) {
        badge(
                found.refusal().isPresent() ? Mark.TROUBLE : Mark.READY,
                words.say(
                        "ui.imports.found",
                        String.valueOf(found.file().getFileName()),
                        words.say("orders.platform." + found.platform()),
                        words.say("orders.kind." + found.kind()),
                        found.encoding(),
                        found.rows(),
                        found.orders()));
        found.refusal()
                .map(words::explain)
                .ifPresent(why -> {
                    line(why.what());
                    line(why.todo());
                });
        found.takenInAt().ifPresent(at -> line(words.say("ui.imports.before")));
        hint(found.withoutWaybill());
        if (!found.unmatched().isEmpty())
            line(words.say("ui.imports.unmatched", found.unmatched().size()));
        Set<RowTrouble.Kind> told = EnumSet.noneOf(RowTrouble.Kind.class);
        // What the file is refused for was said already.
        if (found.refusal().isPresent()) told.add(RowTrouble.Kind.SPOILT);
        for (RowTrouble trouble : found.troubles())
            if (told.add(trouble.kind()))
                line(
                        words.say(
                                trouble.kind().key(),
                                trouble.row(),
                                trouble.column(),
                                trouble.shape(),
                                found.troubleCounts().getOrDefault(trouble.kind(), 1L)));
    }

    private void done(ImportService.Taken taken) {
        var done = taken.imported();
        badge(
                done.whole() ? Mark.READY : Mark.ATTENTION,
                words.say(
                        done.before()
                                ? "ui.imports.before"
                                : done.whole() ? "ui.imports.done" : "ui.imports.stopped",
                        done.orders(),
                        done.made(),
                        done.changed()));
        hint(done.withoutWaybill());
        if (done.refunds() > 0)
            line(
                    words.say(
                            "ui.imports.carried",
                            done.refunds(),
                            taken.carried().opened(),
                            taken.carried().updated(),
                            taken.carried().unrecorded()));
    }

    private void hint(int withoutWaybill) {
        if (withoutWaybill > 0) line(words.say("ui.imports.without", withoutWaybill));
    }

    private void badge(Mark mark, String text) {
        StateBadge badge = new StateBadge();
        badge.show(mark, text);
        summary.getChildren().add(badge.node());
    }

    private void line(String text) {
        Label line = Panes.paragraph(text);
        summary.getChildren().add(line);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles())
            model.choose(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }
}
