package packwitness.ui.desk;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.ui.kit.Background;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Speaker;
import packwitness.ui.kit.Tone;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The state of the packing screen. The view calls {@link #look} some times a second; everything
 * else comes from the scanner and from the desk. FX thread only.
 */
public final class DeskViewModel {
    private static final int LINES = 30;
    private static final long AMBER = Duration.ofSeconds(4).toNanos();
    private static final long BETWEEN_SIRENS = Duration.ofMillis(1800).toNanos();

    private final DeskService desk;
    private final Background background;
    private final Speaker speaker;
    private final Clock clock;
    private final LongSupplier nanos;
    private final AutoCloseable listening;

    private final ScanBuffer buffer = new ScanBuffer();
    private final ReadOnlyObjectWrapper<DeskState> state =
            new ReadOnlyObjectWrapper<>(DeskState.OFF);
    private final ReadOnlyObjectWrapper<DeskStatus> status =
            new ReadOnlyObjectWrapper<>(DeskStatus.OFF);
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final BooleanProperty acknowledged = new SimpleBooleanProperty();
    private final ObservableList<DeskLine> lines = FXCollections.observableArrayList();

    private String camera;
    private String station;
    private boolean arming;
    private boolean alarmed;
    private long amberUntil;
    private long nextSiren;

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
        this.clock = clock;
        this.nanos = nanos;
        this.listening = desk.listen(news -> background.show(() -> hear(news)));
    }

    public ReadOnlyObjectProperty<DeskState> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DeskStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** Returns what the scanner has typed so far. */
    public ReadOnlyStringProperty typed() {
        return typed.getReadOnlyProperty();
    }

    /** Returns the last text that was no waybill. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
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
        return lines;
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
                    desk.arm(asked, name);
                    return desk.status();
                },
                now -> {
                    arming = false;
                    status.set(now);
                    speaker.play(Tone.READY);
                    note(Mark.READY, "ui.desk.line.armed", "");
                    settle();
                },
                e -> {
                    arming = false;
                    fail(e);
                });
    }

    public void disarm() {
        background.run(
                () -> {
                    desk.disarm();
                    return desk.status();
                },
                now -> {
                    status.set(now);
                    note(Mark.OFF, "ui.desk.line.disarmed", "");
                    settle();
                },
                this::fail);
    }

    public void stop() {
        if (!status.get().recording()) return;
        background.run(
                () -> {
                    desk.stop();
                    return desk.status();
                },
                now -> {
                    status.set(now);
                    speaker.play(Tone.STOPPED);
                    settle();
                },
                this::fail);
    }

    /** Takes one key stroke of the scanner. */
    public void type(char key) {
        Optional<String> scan = buffer.type(key, nanos.getAsLong());
        typed.set(buffer.soFar());
        scan.ifPresent(this::scan);
    }

    /** Forgets what was typed, and acknowledges the siren. */
    public void escape() {
        buffer.clear();
        typed.set("");
        acknowledge();
    }

    public void acknowledge() {
        acknowledged.set(true);
    }

    /** Returns the newest picture if there is one. */
    public Optional<Shot> picture() {
        return status.get().armed() ? desk.latest() : Optional.empty();
    }

    /** Looks at the desk again: counters, alarms, the end of the amber light. */
    public void look() {
        status.set(desk.status());
        settle();
        long now = nanos.getAsLong();
        if (state.get() == DeskState.NOT_RECORDING
                && !acknowledged.get()
                && now - nextSiren >= 0) {
            speaker.play(Tone.SIREN);
            nextSiren = now + BETWEEN_SIRENS;
        }
    }

    /** Stops listening; the desk itself is closed by its owner. */
    public void close() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a listener that cannot be taken off", e);
        }
    }

    private void scan(String text) {
        trouble.set(null);
        if (!status.get().armed()) {
            // Nothing is recorded: that must be seen and heard, not be found out tomorrow.
            wrong.set(text);
            speaker.play(Tone.WRONG_CODE);
            note(Mark.TROUBLE, "ui.desk.line.scanned-while-off", text);
            return;
        }
        background.run(() -> desk.scan(text), this::answer, this::fail);
    }

    private void answer(Scanned scanned) {
        status.set(desk.status());
        if (scanned.kind() != Scanned.Kind.NOT_A_WAYBILL) amberUntil = nanos.getAsLong();
        switch (scanned.kind()) {
            case STARTED, SWITCHED -> {
                speaker.play(Tone.STARTED);
                note(Mark.RUNNING, "ui.desk.line.started", scanned.read());
            }
            case TAKE_TWO -> {
                speaker.play(Tone.TAKE_TWO);
                note(Mark.RUNNING, "ui.desk.line.take-two", scanned.read());
            }
            case BOUNCE -> note(Mark.OFF, "ui.desk.line.bounce", scanned.read());
            case CONTROL -> {
                speaker.play(Tone.CONTROL);
                note(Mark.READY, "ui.desk.line.control", scanned.read());
            }
            case NOT_A_WAYBILL -> {
                wrong.set(scanned.read());
                amberUntil = nanos.getAsLong() + AMBER;
                speaker.play(Tone.WRONG_CODE);
                note(Mark.ATTENTION, "ui.desk.line.wrong", scanned.read());
            }
        }
        settle();
    }

    private void hear(DeskNews news) {
        switch (news.kind()) {
            case STARTED -> {}
            case SEALED -> note(Mark.READY, "ui.desk.line.sealed", news.subject());
            case DAMAGED -> note(Mark.TROUBLE, "ui.desk.line.damaged", news.subject());
            case RECOVERED -> note(Mark.ATTENTION, "ui.desk.line.recovered", news.subject());
            case SEEN -> note(Mark.OFF, "ui.desk.line.seen", news.subject());
            case ALARM -> note(Mark.TROUBLE, "ui.desk.alarm." + news.subject(), "");
            case ALARM_OVER -> note(Mark.READY, "ui.desk.line.alarm-over", "");
        }
        status.set(desk.status());
        settle();
    }

    private void fail(Exception e) {
        trouble.set(e);
        status.set(desk.status());
        speaker.play(Tone.WRONG_CODE);
        settle();
    }

    private void settle() {
        DeskStatus now = status.get();
        boolean alarm = now.alarm().isPresent();
        if (alarm && !alarmed) {
            acknowledged.set(false);
            nextSiren = nanos.getAsLong();
        }
        alarmed = alarm;
        state.set(judge(now, alarm));
    }

    private DeskState judge(DeskStatus now, boolean alarm) {
        if (arming) return DeskState.ARMING;
        if (alarm) return DeskState.NOT_RECORDING;
        if (!now.armed()) return DeskState.OFF;
        if (amberUntil - nanos.getAsLong() > 0) return DeskState.WRONG_CODE;
        return now.recording() ? DeskState.RECORDING : DeskState.READY;
    }

    private void note(Mark mark, String key, String subject) {
        lines.addFirst(new DeskLine(clock.instant(), mark, key, subject));
        if (lines.size() > LINES) lines.removeLast();
    }
}
