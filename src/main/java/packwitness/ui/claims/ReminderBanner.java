package packwitness.ui.claims;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import packwitness.shop.Due;
import packwitness.shop.Reminder;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.value.ClaimId;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells each near deadline once: above every workspace and by the desktop's own notifications. It
 * takes no focus, so that a scan never goes astray. FX thread only.
 */
public final class ReminderBanner {
    private static final Duration EVERY = Duration.minutes(1);

    private final ClaimService book;
    private final Background background;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final HBox node = new HBox(12);
    private final Deque<Reminder> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Reminder>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Timeline ticks = new Timeline(new KeyFrame(EVERY, e -> look()));

    public ReminderBanner(
            ClaimService book,
            Background background,
            Words words,
            Times times,
            Outside outside,
            Consumer<ClaimId> opener) {
        this.book = book;
        this.background = background;
        this.words = words;
        this.times = times;
        this.outside = outside;
        ticks.setCycleCount(Timeline.INDEFINITE);
        StateBadge badge = new StateBadge();
        badge.follow(
                shown.map(now -> now.isPresent() ? Mark.RUNNING : Mark.OFF),
                words.text("ui.reminder.title"));
        Label said =
                Panes.paragraph(words.text(() -> shown.get().map(this::says).orElse(""), shown));
        said.setId("reminder");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button open = button("reminder-open", "ui.reminder.open");
        open.setOnAction(e -> {
            Optional<Reminder> now = shown.get();
            next();
            now.ifPresent(one -> opener.accept(one.claim().claim().id()));
        });
        Button later = button("reminder-later", "ui.reminder.later");
        later.setOnAction(e -> next());
        node.getStyleClass().add("reminder");
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(badge.node(), said, open, later);
        Panes.only(node, shown.map(Optional::isPresent));
    }

    public Node node() {
        return node;
    }

    /** Begins to look for near deadlines, now and every minute. */
    public void begin() {
        look();
        ticks.play();
    }

    public void end() {
        ticks.stop();
    }

    ReadOnlyObjectProperty<Optional<Reminder>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void look() {
        background.run(
                () -> {
                    List<Reminder> found = book.reminders();
                    for (Reminder reminder : found) book.shown(reminder);
                    return found;
                },
                found -> {
                    for (Reminder reminder : found) {
                        waiting.add(reminder);
                        outside.notify(words.say("ui.reminder.title"), says(reminder));
                    }
                    if (shown.get().isEmpty()) next();
                },
                // The board shows the trouble when it is looked at; here it would only disturb.
                e ->
                        System.getLogger("packwitness.ui")
                                .log(System.Logger.Level.WARNING, "no reminders", e));
    }

    private void next() {
        shown.set(Optional.ofNullable(waiting.poll()));
    }

    private String says(Reminder reminder) {
        var claim = reminder.claim().claim();
        boolean law = reminder.due().kind() == Due.Kind.LAW;
        return words.say(
                law ? "ui.reminder.law" : "ui.reminder.platform",
                claim.platform(),
                claim.amount().yuan(),
                times.day(reminder.due().at(), words.lang().get()),
                reminder.due().law().map(what -> what.in(words.lang().get())).orElse(""));
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        // A scanner ends with Enter: it must never press a button.
        button.setFocusTraversable(false);
        return button;
    }
}
