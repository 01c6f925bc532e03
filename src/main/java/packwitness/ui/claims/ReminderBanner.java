package packwitness.ui.claims;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.value.ClaimId;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells each near deadline once: above every workspace and by the desktop's own notifications. It
 * takes no focus, so that a scan never goes astray. FX thread only.
 */
public final class ReminderBanner {
    private static final Duration EVERY = Duration.minutes(1);
    private static final System.Logger LOG = System.getLogger("packwitness.ui");

    private final ClaimService book;
    private final Background background;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final Consumer<ClaimId> opener;
    private final HBox node = new HBox(12);
    private final Deque<Reminder> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Reminder>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Told> told = new HashSet<>();
    private final ReadOnlyIntegerWrapper more = new ReadOnlyIntegerWrapper();
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
        this.opener = opener;
        ticks.setCycleCount(Timeline.INDEFINITE);
        StateBadge badge = new StateBadge();
        badge.follow(
                shown.map(now -> isRed(now) ? Mark.RUNNING : Mark.ATTENTION),
                words.text(
                        () -> words.say(shown.get().map(this::badge).orElse("ui.reminder.title")),
                        shown));
        Label said =
                Panes.paragraph(words.text(() -> shown.get().map(this::says).orElse(""), shown));
        said.setId("reminder");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Label rest =
                Panes.label(
                        words.text(() -> words.say("ui.reminder.more", more.get()), more), "quiet");
        rest.setId("reminder-more");
        rest.setMinWidth(Label.USE_PREF_SIZE);
        Panes.only(rest, more.greaterThan(0).map(any -> (boolean) any));
        Button open = button("reminder-open", "ui.reminder.open");
        open.setOnAction(e -> open());
        Button later = button("reminder-later", "ui.reminder.later");
        later.setOnAction(e -> next());
        node.setId("reminder-banner");
        shown.subscribe(now ->
                node.getStyleClass()
                        .setAll("reminder", isRed(now) ? "reminder-red" : "reminder-near"));
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(badge.node(), said, rest, open, later);
        Panes.only(node, shown.map(Optional::isPresent));
    }

    /** Opens the case that is told of; returns false where none is. For a key of the window. */
    public boolean open() {
        Optional<Reminder> now = shown.get();
        next();
        now.ifPresent(one -> opener.accept(one.claim().claim().id()));
        return now.isPresent();
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
                book::reminders,
                this::take,
                // The board shows the trouble when it is looked at; here it would only disturb.
                e -> LOG.log(System.Logger.Level.WARNING, "no reminders", e));
    }

    /** What waits is always what is due now: a case that has ended meanwhile is not told of. */
    private void take(List<Reminder> found) {
        Optional<Told> now = shown.get().map(Told::of);
        List<Reminder> fresh = found.stream().filter(one -> told.add(Told.of(one))).toList();
        waiting.clear();
        for (Reminder one : found) if (!now.equals(Optional.of(Told.of(one)))) waiting.add(one);
        more.set(waiting.size());
        tell(fresh);
        if (now.isEmpty() || found.stream().limit(1).anyMatch(this::goesBefore)) next();
    }

    /** A nearer stage of what stands here, or a red one where it is not, does not wait for it. */
    private boolean goesBefore(Reminder first) {
        return shown.get()
                .filter(now -> !now.equals(first))
                .filter(now ->
                        isSameDeadline(now, first) || first.stage().isRed() && !now.stage().isRed())
                .isPresent();
    }

    private static boolean isSameDeadline(Reminder one, Reminder other) {
        return one.claim().claim().id().equals(other.claim().claim().id())
                && one.due().name().equals(other.due().name());
    }

    /** The first is told in full and the others by their number: nobody reads twenty messages. */
    private void tell(List<Reminder> fresh) {
        if (fresh.isEmpty()) return;
        Reminder first = fresh.getFirst();
        boolean passed = first.stage() == Reminder.Stage.PASSED;
        outside.notify(words.say(passed ? "ui.reminder.passed" : "ui.reminder.title"), says(first));
        if (fresh.size() > 1)
            outside.notify(
                    words.say("ui.reminder.title"),
                    words.say("ui.reminder.others", fresh.size() - 1));
    }

    /** A reminder counts as told when it stands here, so that a crash before loses none. */
    private void next() {
        Optional<Reminder> now = Optional.ofNullable(waiting.poll());
        more.set(waiting.size());
        shown.set(now);
        now.ifPresent(one ->
                background.run(
                        () -> {
                            book.shown(one);
                            return true;
                        },
                        done -> {},
                        e -> LOG.log(System.Logger.Level.WARNING, "not noted", e)));
    }

    private static boolean isRed(Optional<Reminder> reminder) {
        return reminder.map(one -> one.stage().isRed()).orElse(false);
    }

    /** Which deadline was told of in this run of the program, and how near it was. */
    private record Told(long claim, String due, Instant at, Reminder.Stage stage) {
        static Told of(Reminder one) {
            return new Told(
                    one.claim().claim().id().value(),
                    one.due().name(),
                    one.due().at(),
                    one.stage());
        }
    }

    private String badge(Reminder reminder) {
        if (reminder.stage() == Reminder.Stage.PASSED) return "ui.reminder.passed";
        return reminder.stage().isRed() ? "ui.reminder.red" : "ui.reminder.title";
    }

    private String says(Reminder reminder) {
        var claim = reminder.claim().claim();
        boolean law = reminder.due().kind() == Due.Kind.LAW;
        boolean passed = reminder.stage() == Reminder.Stage.PASSED;
        String key = law ? "ui.reminder.law" : "ui.reminder.platform";
        String gone = law ? "ui.reminder.law.passed" : "ui.reminder.platform.passed";
        return words.say(
                passed ? gone : key,
                Platforms.name(claim.platform(), words),
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
