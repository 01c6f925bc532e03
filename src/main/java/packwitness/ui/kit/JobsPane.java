package packwitness.ui.kit;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import packwitness.text.Explanation;

/**
 * The list of jobs: what runs, how far it is and how long it will take, a way to end it, and what
 * came of the last. FX thread only.
 */
public final class JobsPane {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 460;

    private final Jobs jobs;
    private final Words words;
    private final VBox rows = new VBox(10);
    private final VBox node = new VBox(12);
    private final Timeline beat =
            new Timeline(
                    new KeyFrame(
                            Duration.millis(500), e -> rows.getChildren().forEach(JobsPane::tick)));

    public JobsPane(Jobs jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
        beat.setCycleCount(Animation.INDEFINITE);
        Button clear = new Button();
        clear.setId("jobs-clear");
        clear.getStyleClass().addAll("flat", "small");
        clear.textProperty().bind(words.text("kit.jobs.clear"));
        clear.setOnAction(e -> jobs.clear());
        HBox head =
                new HBox(
                        8,
                        Panes.label(words.text("kit.jobs.title"), "section"),
                        Panes.gap(),
                        clear);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node.setId("jobs");
        node.getStyleClass().add("overlay-card");
        node.setMaxSize(WIDTH, HEIGHT);
        node.setPrefSize(WIDTH, HEIGHT);
        node.getChildren().addAll(head, scroll);
        jobs.all().addListener((ListChangeListener<Job>) change -> fill());
        fill();
        // The clock ticks only while somebody looks.
        node.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) beat.stop();
                    else beat.playFromStart();
                });
    }

    public Region node() {
        return node;
    }

    /** Returns the button for the strip below: how many jobs run, and a turning sign. */
    public Button button(Runnable open) {
        Button button = new Button("", Panes.icon(Feather.ACTIVITY));
        button.setId("strip-jobs");
        button.getStyleClass().addAll("flat", "small");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty()
                .bind(
                        words.text(
                                () -> words.say("kit.jobs.button", jobs.running().get()),
                                jobs.running()));
        jobs.running()
                .subscribe(now -> {
                    button.getStyleClass().remove("jobs-running");
                    if (now.intValue() > 0) button.getStyleClass().add("jobs-running");
                });
        button.setOnAction(e -> open.run());
        return button;
    }

    private void fill() {
        rows.getChildren().setAll(jobs.all().stream().map(this::row).toList());
        if (rows.getChildren().isEmpty())
            rows.getChildren()
                    .add(
                            Panes.empty(
                                    Feather.ACTIVITY,
                                    words.text("kit.jobs.none.title"),
                                    words.text("kit.jobs.none.lesson")));
    }

    private static void tick(Node row) {
        if (row.getUserData() instanceof Runnable tick) tick.run();
    }

    private Node row(Job job) {
        Label title = Panes.paragraph(words.text(job.title(), job.arguments()));
        HBox.setHgrow(title, Priority.ALWAYS);
        StateBadge badge =
                new StateBadge()
                        .follow(
                                job.state().map(Job.State::mark),
                                words.text(
                                        () -> words.say("kit.job.state." + job.state().get()),
                                        job.state()));
        Button end = new Button();
        end.getStyleClass().addAll("small");
        end.textProperty().bind(words.text("kit.jobs.cancel"));
        end.setOnAction(e -> job.cancel());
        Panes.only(end, job.state().map(now -> now == Job.State.RUNNING));
        HBox head = new HBox(8, title, Panes.gap(), badge.node());
        head.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.part());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox progress = new HBox(8, bar, end);
        progress.setAlignment(Pos.CENTER_LEFT);
        Panes.only(progress, job.state().map(Job.State::goes));
        Label time = Panes.paragraph("", "quiet");
        Runnable tick = () -> time.setText(time(job));
        job.state().subscribe(now -> tick.run());
        job.part().subscribe(now -> tick.run());
        words.lang().subscribe(now -> tick.run());
        VBox row = new VBox(4, head, progress, time);
        row.getStyleClass().add("job");
        row.setUserData(tick);
        return row;
    }

    private String time(Job job) {
        String took = Times.length(job.took());
        return switch (job.state().get()) {
            case RUNNING, ENDING ->
                    job.left()
                            .map(left ->
                                    words.say(
                                            "kit.job.left",
                                            took,
                                            Times.length(left.plusMillis(999)),
                                            (int) Math.floor(job.part().get() * 100)))
                            .orElse(words.say("kit.job.runs", took));
            case DONE -> words.say("kit.job.took", took);
            case CANCELLED -> words.say("kit.job.ended", took);
            case FAILED -> {
                Explanation why = words.explain(job.failure().orElseThrow());
                yield words.say("kit.job.why", why.what(), why.safe(), why.todo(), why.code());
            }
        };
    }
}
