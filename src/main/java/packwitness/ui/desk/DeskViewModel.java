package packwitness.ui.desk;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.capture.PreviewFrame;
import packwitness.orders.Refund;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskStatus;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.StationPlan;
import packwitness.shipment.View;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Speaker;
import packwitness.ui.kit.Tone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The state of the packing screen. The view calls {@link #look} some times a second; everything
 * else comes from the scanner and from the desk. FX thread only.
 */
public final class DeskViewModel {
    private static final DeskStatus OFF =
            DeskStatus.off(Optional.empty(), Optional.empty(), List.of());
    private static final long AMBER = Duration.ofSeconds(4).toNanos();
    private static final long BETWEEN_POLLS = Duration.ofMillis(250).toNanos();
    private static final long BETWEEN_TICKS = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_REFUND_TONES = Duration.ofSeconds(4).toNanos();
    private static final long BETWEEN_SIRENS = Duration.ofMillis(1800).toNanos();

    private static final long STILL_MEANT = Duration.ofSeconds(30).toNanos();
    private static final long BETWEEN_CLOCK_CHECKS = Duration.ofMinutes(1).toNanos();

    /** What was scanned while the camera was off. */
    private record Waiting(String text, long at) {}

    private record Answer(ScanOutcome scan, DeskStatus status) {}

    private final DeskService desk;
    private final Background background;
    private final Speaker speaker;
    private final LongSupplier nanos;
    private final Consumer<DeskEvent> listener;

    private final ReadOnlyObjectWrapper<DeskState> state =
            new ReadOnlyObjectWrapper<>(DeskState.OFF);
    private final ReadOnlyObjectWrapper<DeskStatus> status = new ReadOnlyObjectWrapper<>(OFF);
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Refund>> refund =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty acknowledged = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<DeskClock> checkedClock =
            new ReadOnlyObjectWrapper<>(DeskClock.UNKNOWN);
    private final ReadOnlyIntegerWrapper recovered = new ReadOnlyIntegerWrapper();
    private final DeskLines lines;
    private final DeskNews news;
    private final OrderLookup orders;
    private final RepeatedTones repeated;
    private final ScannerKeys keys;

    private String camera;
    private String station;
    private boolean arming;
    private boolean alarmed;
    private boolean amber;
    private boolean attention;
    private long attentionUntil;
    private long amberUntil;
    private boolean polling;
    private long nextPoll;
    private long epoch;
    private long nextClockCheck;
    private Optional<Waiting> waiting = Optional.empty();

    public DeskViewModel(
            DeskService desk,
            String camera,
            String station,
            Background background,
            Speaker speaker,
            Clock clock,
            LongSupplier nanos) {
        this.desk = desk;
        this.camera = camera;
        this.station = station;
        this.background = background;
        this.speaker = speaker;
        this.lines = new DeskLines(clock);
        this.news = new DeskNews(lines, speaker, this::attend);
        this.orders = new OrderLookup(desk, background, speaker);
        this.repeated = new RepeatedTones(speaker);
        this.keys = new ScannerKeys(nanos, this::scan);
        this.nanos = nanos;
        this.listener = event -> background.show(() -> hear(event));
        desk.listen(listener);
        poll();
    }

    public ReadOnlyObjectProperty<DeskState> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DeskStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** Returns what the scanner has typed so far. */
    public ReadOnlyStringProperty typed() {
        return keys.typed();
    }

    /** Returns the last text that was no waybill. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** Returns the open refund that stops the packer until somebody answers or scans on. */
    public ReadOnlyObjectProperty<Optional<Refund>> refund() {
        return refund.getReadOnlyProperty();
    }

    /** Returns what is to be packed, where an order is known for the parcel on the table. */
    public ReadOnlyObjectProperty<Optional<DeskOrder>> order() {
        return orders.order();
    }

    /** Returns how far the clock of this machine was checked. */
    public ReadOnlyObjectProperty<DeskClock> checkedClock() {
        return checkedClock.getReadOnlyProperty();
    }

    /**
     * Returns how many recordings of a dead program were sealed, until the next parcel is begun.
     */
    public ReadOnlyIntegerProperty recoveredTakes() {
        return recovered.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Returns whether somebody has acknowledged the siren. */
    public BooleanProperty acknowledged() {
        return acknowledged;
    }

    /** Returns what happened last, newest first. */
    public ObservableList<DeskLine> lines() {
        return lines.all();
    }

    public String camera() {
        return camera;
    }

    public boolean audible() {
        return speaker.audible();
    }

    /** Changes the camera; it counts from the next time the desk is armed. */
    public void use(String nextCamera, String nextStation) {
        camera = nextCamera;
        station = nextStation;
    }

    public void arm() {
        if (arming || status.get().armed()) return;
        arming = true;
        trouble.set(null);
        settle();
        String asked = camera;
        String name = station;
        background.run(
                () -> {
                    desk.arm(StationPlan.read(asked, name));
                    return desk.status();
                },
                now -> {
                    arming = false;
                    speaker.play(Tone.READY);
                    lines.note(Mark.READY, "armed", name);
                    settle(now);
                    checkClock();
                    takeWaiting();
                },
                e -> {
                    arming = false;
                    waiting = Optional.empty();
                    fail(e);
                });
    }

    /** Makes the sheet of control codes and hands its file on. */
    public void controlSheet(Consumer<Path> made) {
        background.run(desk::controlSheet, made::accept, this::fail);
    }

    public void disarm() {
        background.run(
                () -> {
                    desk.disarm();
                    return desk.status();
                },
                now -> {
                    lines.note(Mark.OFF, "disarmed", "");
                    settle(now);
                },
                this::fail);
    }

    public void stop() {
        if (status.get().running().isEmpty()) return;
        background.run(
                () -> {
                    desk.stop();
                    return desk.status();
                },
                now -> {
                    speaker.play(Tone.STOPPED);
                    lines.note(Mark.OFF, "stopped", "");
                    settle(now);
                },
                this::fail);
    }

    /** Takes one key stroke of the scanner. */
    public void type(char key) {
        keys.type(key);
    }

    /** Takes one key that went down, as the character it has on a US keyboard, or 0. */
    public void press(char key) {
        keys.press(key);
    }

    /** Takes what an input method made of several keys. */
    public void commit(String text) {
        keys.commit(text);
    }

    /** Takes a whole scan that was overheard while somebody typed elsewhere. */
    void heard(String scan) {
        scan(scan);
    }

    long nanos() {
        return nanos.getAsLong();
    }

    /** Forgets what was typed, and acknowledges the siren. */
    public void escape() {
        keys.clear();
        trouble.set(null);
        acknowledge();
    }

    public void acknowledge() {
        acknowledged.set(true);
        refund.set(Optional.empty());
        settle();
    }

    /** Returns the newest picture if there is one. */
    public Optional<PreviewFrame> picture() {
        return desk.latestFrame();
    }

    /** Returns the newest picture of the label's camera, where there is one beside the overview. */
    public Optional<PreviewFrame> labelPicture() {
        return status.get().views().size() > 1 ? desk.latestFrame(View.LABEL) : Optional.empty();
    }

    /** Looks at the desk again: counters, alarms, the end of the amber light. */
    public void look() {
        long now = nanos.getAsLong();
        keys.look();
        if (now >= nextPoll) {
            nextPoll = now + BETWEEN_POLLS;
            poll();
        }
        settle();
        if (now >= nextClockCheck && status.get().armed()) checkClock();
        repeated.play(Tone.TICK, status.get().closesIn().isPresent(), BETWEEN_TICKS, now);
        repeated.play(Tone.REFUND, state.get() == DeskState.REFUND_OPEN, BETWEEN_REFUND_TONES, now);
        repeated.play(
                Tone.SIREN,
                alarmed && !acknowledged.get() && state.get() != DeskState.ARMING,
                BETWEEN_SIRENS,
                now);
    }

    /** Tells that recordings which a dead program had left open were sealed. */
    public void recovered(int count) {
        recovered.set(count);
        lines.note(Mark.ATTENTION, "recovered", String.valueOf(count));
    }

    /** Stops listening; the desk itself is closed by its owner. */
    public void close() {
        desk.forget(listener);
    }

    private void scan(String text) {
        trouble.set(null);
        if (!status.get().armed()) {
            // Nothing is recorded: that must be seen and heard now, not found out tomorrow. Who
            // scans is packing, so the camera is opened, and the scan counts as soon as it is.
            speaker.play(Tone.SIREN);
            lines.note(Mark.TROUBLE, "scanned-while-off", text);
            waiting = Optional.of(new Waiting(text, nanos.getAsLong()));
            arm();
            return;
        }
        background.run(() -> new Answer(desk.scan(text), desk.status()), this::answer, this::fail);
    }

    /** Hands over what was scanned while the camera was being opened, unless that took too long. */
    private void takeWaiting() {
        Optional<Waiting> now = waiting;
        waiting = Optional.empty();
        now.filter(one -> nanos.getAsLong() - one.at() < STILL_MEANT)
                .ifPresent(one -> scan(one.text()));
    }

    private void checkClock() {
        nextClockCheck = nanos.getAsLong() + BETWEEN_CLOCK_CHECKS;
        background.run(desk::clock, checkedClock::set, e -> {});
    }

    // The status reads the index, which may take its time; the FX thread never asks for it.
    private void poll() {
        if (polling) return;
        polling = true;
        long asked = epoch;
        background.run(
                desk::status,
                now -> {
                    polling = false;
                    // What a scan has brought since is newer than this answer.
                    if (asked == epoch) settle(now);
                },
                e -> {
                    polling = false;
                    trouble.set(e);
                });
    }

    private void answer(Answer answer) {
        ScanOutcome scan = answer.scan();
        amber = scan.kind() == ScanOutcome.Kind.NOT_A_WAYBILL;
        String read = scan.text();
        scan.take().ifPresent(take -> lines.remember(take.value(), read));
        switch (scan.kind()) {
            case STARTED, SWITCHED -> say(Tone.STARTED, Mark.RUNNING, "started", read);
            case TAKE_TWO -> say(Tone.TAKE_TWO, Mark.RUNNING, "take-two", read);
            case OPENED -> say(Tone.STARTED, Mark.RUNNING, "opened", read);
            case BOUND -> say(Tone.STARTED, Mark.RUNNING, "bound", read);
            case NOTED -> say(Tone.CONTROL, Mark.READY, "noted", read);
            case BOUNCE -> lines.note(Mark.OFF, "bounce", read);
            case STOPPED -> say(Tone.STOPPED, Mark.OFF, "stopped", read);
            case MARKED -> say(Tone.CONTROL, Mark.READY, "marked", read);
            case OPERATOR -> say(Tone.CONTROL, Mark.READY, "operator", read);
            case HELP -> {
                // The one code for "I have seen it": who has no keyboard ends the siren with it.
                acknowledge();
                say(Tone.CONTROL, Mark.OFF, "help", read);
            }
            case NOT_A_WAYBILL -> {
                wrong.set(read);
                amberUntil = nanos.getAsLong() + AMBER;
                say(Tone.WRONG_CODE, Mark.ATTENTION, "wrong", read);
            }
        }
        if (scan.began()) recovered.set(0);
        warn(scan);
        settle(answer.status());
    }

    /** The next parcel, or the end of this one, takes the sign away. */
    private void warn(ScanOutcome scan) {
        if (scan.began()
                || scan.kind() == ScanOutcome.Kind.BOUND
                || scan.kind() == ScanOutcome.Kind.STOPPED
                || scan.refund().isPresent()) refund.set(scan.refund());
        if (scan.refund().isEmpty()) return;
        lines.note(Mark.STOP, "refund", scan.text());
        repeated.forget(Tone.REFUND);
        repeated.play(Tone.REFUND, true, BETWEEN_REFUND_TONES, nanos.getAsLong());
    }

    private void hear(DeskEvent event) {
        if (news.hear(event)) poll();
    }

    private void attend() {
        attention = true;
        attentionUntil = nanos.getAsLong() + AMBER;
    }

    private void fail(Exception e) {
        trouble.set(e);
        speaker.play(Tone.WRONG_CODE);
        settle();
        poll();
    }

    private void say(Tone tone, Mark mark, String line, String subject) {
        speaker.play(tone);
        lines.note(mark, line, subject);
    }

    private void settle(DeskStatus now) {
        epoch++;
        status.set(now);
        settle();
        orders.follow(now);
    }

    private void settle() {
        boolean alarm = status.get().armed() && Alarms.serious(status.get().alarms()).isPresent();
        if (alarm && !alarmed) acknowledged.set(false);
        alarmed = alarm;
        if (amber && nanos.getAsLong() - amberUntil >= 0) amber = false;
        if (attention && nanos.getAsLong() - attentionUntil >= 0) attention = false;
        state.set(judge());
    }

    private DeskState judge() {
        if (arming) return DeskState.ARMING;
        if (alarmed)
            return Alarms.partly(status.get().alarms())
                    ? DeskState.ONE_CAMERA
                    : DeskState.NOT_RECORDING;
        if (!status.get().armed()) return DeskState.OFF;
        if (refund.get().isPresent()) return DeskState.REFUND_OPEN;
        if (amber) return DeskState.WRONG_CODE;
        if (status.get().closesIn().isPresent()) return DeskState.CLOSING;
        if (attention && Alarms.hint(status.get().alarms()).isPresent()) return DeskState.ATTENTION;
        return status.get().running().isPresent() ? DeskState.RECORDING : DeskState.READY;
    }
}
