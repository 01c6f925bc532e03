package packwitness.ui.claims;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.dossier.MadeDossier;
import packwitness.ledger.Check;
import packwitness.ledger.Outcome;
import packwitness.platform.ImagePack;
import packwitness.ui.kit.Job;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is being made, and where it lies when it is done. FX thread only. */
final class PaperResult {
    private final PaperModel model;
    private final Words words;
    private final Outside outside;
    private final VBox node = new VBox(8);
    private final VBox done = new VBox(6);
    private final ProgressBar bar = new ProgressBar();
    private final Label left = new Label();
    private final Timeline ticks;
    private final BooleanProperty ends = new SimpleBooleanProperty();
    private long began;

    PaperResult(PaperModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        this.ticks = new Timeline(new KeyFrame(javafx.util.Duration.millis(200), e -> tick()));
        ticks.setCycleCount(Timeline.INDEFINITE);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        left.setMinWidth(Label.USE_PREF_SIZE);
        bar.setId("making");
        bar.accessibleTextProperty().bind(words.text("ui.paper.making"));
        Button stop = new Button("", Panes.icon(Feather.X));
        stop.setId("making-stop");
        stop.getStyleClass().add("small");
        stop.textProperty()
                .bind(
                        words.text(
                                () -> words.say(ending() ? "ui.paper.stopping" : "ui.paper.stop"),
                                ends));
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setOnAction(e -> {
            model.stop();
            ends.set(true);
        });
        stop.disableProperty().bind(ends);
        HBox working = new HBox(12, Panes.label(words.text("ui.paper.making")), bar, left, stop);
        working.setAlignment(Pos.CENTER_LEFT);
        Panes.only(working, model.working());
        done.setId("paper-result");
        done.getStyleClass().add("paper-result");
        node.getChildren().addAll(working, done);
        model.working()
                .subscribe(now -> {
                    began = System.nanoTime();
                    ends.set(false);
                    bar.setProgress(0);
                    left.setText("");
                    if (now) ticks.play();
                    else ticks.stop();
                });
        model.made().subscribe(now -> fill());
        model.packed().subscribe(now -> fill());
        model.stopped().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    Node node() {
        return node;
    }

    private boolean ending() {
        return ends.get();
    }

    /**
     * How far it is by its steps, and between them by how long it took the last time; the bar never
     * claims to be done before.
     */
    private void tick() {
        Duration passed = Duration.ofNanos(System.nanoTime() - began);
        double steps = model.job().get().map(job -> job.part().get()).orElse(0.0);
        double time = (double) passed.toMillis() / Math.max(1, model.lastTook().toMillis());
        bar.setProgress(Math.min(0.95, Math.max(steps, time)));
        if (steps * 100 >= PaperModel.LAST) ends.set(true);
        Duration rest = model.job().get().flatMap(Job::left).orElse(model.lastTook().minus(passed));
        left.setText(
                rest.isNegative()
                        ? words.say("ui.paper.longer")
                        : words.say("ui.paper.left", Math.max(1, rest.toSeconds())));
    }

    private void fill() {
        Optional<MadeDossier> made = model.made().get();
        Optional<Packed> packed = model.packed().get();
        done.getChildren().clear();
        made.ifPresent(this::paper);
        packed.ifPresent(this::pack);
        boolean stopped = model.stopped().get();
        if (stopped)
            done.getChildren().add(Working.notice(Mark.OFF, words.say("ui.paper.stopped")));
        done.getStyleClass().setAll(stopped ? "paper-stopped" : "paper-result");
        boolean any = made.isPresent() || packed.isPresent() || stopped;
        done.setVisible(any);
        done.setManaged(any);
    }

    private void pack(Packed packed) {
        ImagePack pack = packed.pack();
        int points = pack.text().codePointCount(0, pack.text().length());
        StateBadge badge = new StateBadge();
        badge.show(Mark.READY, words.say("ui.pack.done"));
        Label what =
                Panes.paragraph(
                        words.say(
                                "ui.pack.what",
                                packed.rule().channel().in(words.lang().get()),
                                pack.pictures().size(),
                                pack.shown(),
                                pack.leftOut()));
        VBox said = new VBox(2, what);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(8, badge.node(), said);
        row.setAlignment(Pos.CENTER_LEFT);
        if (!pack.text().isEmpty()) {
            said.getChildren()
                    .add(
                            Panes.paragraph(
                                    words.say("ui.pack.text", points, packed.rule().text().most()),
                                    "quiet"));
            Button copy = new Button("", Panes.icon(Feather.COPY));
            copy.setId("copy-statement");
            copy.textProperty().bind(words.text("ui.pack.copy"));
            copy.setMinWidth(Button.USE_PREF_SIZE);
            copy.setOnAction(e -> outside.copy(pack.text()));
            row.getChildren().add(copy);
        }
        row.getChildren()
                .add(button("open-pack", "ui.paper.folder", Feather.FOLDER, packed.folder()));
        done.getChildren().add(row);
    }

    private void paper(MadeDossier paper) {
        StateBadge badge = new StateBadge();
        badge.show(Mark.READY, words.say("ui.paper.done"));
        Label name =
                Panes.paragraph(
                        words.say(
                                "ui.paper.file",
                                String.valueOf(paper.pdf().getFileName()),
                                paper.paper().pages(),
                                (paper.paper().bytes() + 1023) / 1024));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row =
                new HBox(
                        8,
                        badge.node(),
                        name,
                        checks(paper),
                        button("open-paper", "ui.paper.open", Feather.EXTERNAL_LINK, paper.pdf()));
        Path folder = paper.pdf().toAbsolutePath().getParent();
        if (folder != null)
            row.getChildren().add(button("open-folder", "ui.paper.folder", Feather.FOLDER, folder));
        row.setAlignment(Pos.CENTER_LEFT);
        done.getChildren().add(row);
        for (Check check : paper.report().checks())
            if (check.outcome() == Outcome.FAILED) done.getChildren().add(failed(check));
    }

    private Node failed(Check check) {
        Lang lang = words.lang().get();
        VBox texts =
                new VBox(
                        2,
                        Panes.paragraph(
                                words.say("ui.paper.failed", check.id(), check.title(lang)),
                                "finding-says"));
        for (String detail : check.details(lang))
            texts.getChildren().add(Panes.paragraph(detail, "finding-limits"));
        return texts;
    }

    private Node checks(MadeDossier paper) {
        long passed = count(paper, Outcome.PASSED);
        long failed = count(paper, Outcome.FAILED);
        long open = count(paper, Outcome.UNDECIDED);
        StateBadge badge = new StateBadge();
        badge.show(
                failed > 0 ? Mark.TROUBLE : Mark.READY,
                words.say("ui.paper.checks", passed, failed, open));
        return badge.node();
    }

    private static long count(MadeDossier paper, Outcome outcome) {
        return paper.report().checks().stream().filter(c -> c.outcome() == outcome).count();
    }

    private Button button(String id, String key, Feather icon, Path target) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> outside.open(target));
        return button;
    }
}
