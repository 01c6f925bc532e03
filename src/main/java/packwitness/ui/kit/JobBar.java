package packwitness.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/**
 * The job a screen has under way, where it was ordered: how far it is, how long it will still take,
 * and a button that ends it. Seen only while it runs. FX thread only.
 */
public final class JobBar {
    private final Words words;
    private final ProgressBar bar = new ProgressBar();
    private final Label left = new Label();
    private final HBox node = new HBox(12);
    private Optional<Job> followed = Optional.empty();
    private Subscription news = Subscription.EMPTY;

    /**
     * @param name what the ids begin with: {@code NAME-progress}, {@code NAME-left} and {@code
     *     NAME-cancel}
     */
    public JobBar(Words words, String name, ObservableValue<Optional<Job>> job) {
        this.words = words;
        bar.setId(name + "-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(words.text("kit.jobs.title"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        left.setId(name + "-left");
        left.getStyleClass().add("quiet");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Button stop = new Button("", Panes.icon(Feather.X));
        stop.setId(name + "-cancel");
        stop.textProperty().bind(words.text("kit.job.stop"));
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(e -> followed.ifPresent(Job::cancel));
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(bar, left, stop);
        job.subscribe(this::follow);
        words.lang().subscribe(now -> tell());
    }

    public Node node() {
        return node;
    }

    private void follow(Optional<Job> job) {
        news.unsubscribe();
        followed = job;
        news =
                job.map(now ->
                                now.part()
                                        .subscribe(part -> tell())
                                        .and(now.state().subscribe(state -> tell())))
                        .orElse(Subscription.EMPTY);
        tell();
    }

    private void tell() {
        Optional<Job> going = followed.filter(job -> job.state().get().goes());
        node.setVisible(going.isPresent());
        node.setManaged(going.isPresent());
        going.ifPresent(job -> {
            bar.setProgress(job.part().get());
            left.setText(
                    job.state().get() == Job.State.ENDING
                            ? words.say("kit.job.state.ENDING")
                            : job.left()
                                    .map(time -> words.say("kit.job.still", Times.length(time)))
                                    .orElse(""));
        });
    }
}
