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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int LINES = 40;
    private static final int REMEMBERED_TAKES = 50;
    private static final long AMBER = Duration.ofSeconds(4).toNanos();
    private static final long BETWEEN_POLLS = Duration.ofMillis(250).toNanos();
    private static final long BETWEEN_TICKS = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_REFUND_TONES = Duration.ofSeconds(4).toNanos();
    private static final long BETWEEN_SIRENS = Duration.ofMillis(1800).toNanos();

    private record Answer(ScanOutcome scan, DeskStatus status) {}

    private final DeskService desk;
    private final Background background;
    private final Speaker speaker;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<DeskEvent> listener;

    private final ScanBuffer buffer = new ScanBuffer(ScanWords::isUnderstood);
    private final ReadOnlyObjectWrapper<DeskState> state =
            new ReadOnlyObjectWrapper<>(DeskState.OFF);
    private final ReadOnlyObjectWrapper<DeskStatus> status = new ReadOnlyObjectWrapper<>(OFF);
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Refund>> refund =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty acknowledged = new SimpleBooleanProperty();
    private final ObservableList<DeskLine> lines = FXCollections.observableArrayList();
    private final Map<Object, String> waybills = new LinkedHashMap<>();

    private String camera;
    private String station;
    private boolean arming;
    private boolean alarmed;
    private boolean amber;
    private boolean attention;
    private long attentionUntil;
    private long nextTick;
    private long amberUntil;
    private boolean polling;
    private long nextPoll;
    private long epoch;
    private long nextSiren;
    private long nextRefundTone;

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
        return typed.getReadOnlyProperty();
    }

    /** Returns the last text that was no waybill. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** Returns the open refund that stops the packer until somebody answers or scans on. */
    public ReadOnlyObjectProperty<Optional<Refund>> refund() {
        return refund.getReadOnlyProperty();
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
                    desk.arm(StationPlan.read(asked, name));
                    return desk.status();
                },
                now -> {
                    arming = false;
                    speaker.play(Tone.READY);
                    note(Mark.READY, "ui.desk.line.armed", name);
                    settle(now);
                },
                e -> {
                    arming = false;
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
                    note(Mark.OFF, "ui.desk.line.disarmed", "");
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
                    note(Mark.OFF, "ui.desk.line.stopped", "");
                    settle(now);
                },
                this::fail);
    }

    /** Takes one key stroke of the scanner. */
    public void type(char key) {
        Optional<String> scan = buffer.type(key, nanos.getAsLong());
        typed.set(buffer.soFar());
        scan.ifPresent(this::scan);
    }

    /** Takes one key that went down, as the character it has on a US keyboard, or 0. */
    public void press(char key) {
        Optional<String> scan = buffer.press(key, nanos.getAsLong());
        typed.set(buffer.soFar());
        scan.ifPresent(this::scan);
    }

    /** Takes what an input method made of several keys. */
    public void commit(String text) {
        buffer.commit(text);
        typed.set(buffer.soFar());
    }

    /** Forgets what was typed, and acknowledges the siren. */
    public void escape() {
        buffer.clear();
        typed.set("");
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
        buffer.look(now)
                .ifPresent(line -> {
                    typed.set("");
                    scan(line);
                });
        if (now >= nextPoll) {
            nextPoll = now + BETWEEN_POLLS;
            poll();
        }
        settle();
        if (status.get().closesIn().isPresent() && now >= nextTick) {
            nextTick = now + BETWEEN_TICKS;
            speaker.play(Tone.TICK);
        }
        if (state.get() == DeskState.REFUND_OPEN && now >= nextRefundTone) soundRefund();
        boolean siren = alarmed && !state.get().equals(DeskState.ARMING);
        if (!siren || acknowledged.get() || now < nextSiren) return;
        speaker.play(Tone.SIREN);
        nextSiren = now + BETWEEN_SIRENS;
    }

    /** Tells that recordings which a dead program had left open were sealed. */
    public void recovered(int count) {
        note(Mark.ATTENTION, "ui.desk.line.recovered", String.valueOf(count));
    }

    /** Stops listening; the desk itself is closed by its owner. */
    public void close() {
        desk.forget(listener);
    }

    private void scan(String text) {
        trouble.set(null);
        if (!status.get().armed()) {
            // Nothing is recorded: that must be seen and heard now, not found out tomorrow.
            speaker.play(Tone.SIREN);
            note(Mark.TROUBLE, "ui.desk.line.scanned-while-off", text);
            return;
        }
        background.run(() -> new Answer(desk.scan(text), desk.status()), this::answer, this::fail);
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
        scan.take().ifPresent(take -> remember(take.value(), read));
        switch (scan.kind()) {
            case STARTED, SWITCHED -> say(Tone.STARTED, Mark.RUNNING, "started", read);
            case TAKE_TWO -> say(Tone.TAKE_TWO, Mark.RUNNING, "take-two", read);
            case OPENED -> say(Tone.STARTED, Mark.RUNNING, "opened", read);
            case BOUND -> say(Tone.STARTED, Mark.RUNNING, "bound", read);
            case NOTED -> say(Tone.CONTROL, Mark.READY, "noted", read);
            case BOUNCE -> note(Mark.OFF, "ui.desk.line.bounce", read);
            case STOPPED -> say(Tone.STOPPED, Mark.OFF, "stopped", read);
            case MARKED -> say(Tone.CONTROL, Mark.READY, "marked", read);
            case OPERATOR -> say(Tone.CONTROL, Mark.READY, "operator", read);
            case HELP -> say(Tone.CONTROL, Mark.OFF, "help", read);
            case NOT_A_WAYBILL -> {
                wrong.set(read);
                amberUntil = nanos.getAsLong() + AMBER;
                say(Tone.WRONG_CODE, Mark.ATTENTION, "wrong", read);
            }
        }
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
        note(Mark.STOP, "ui.desk.line.refund", scan.text());
        soundRefund();
    }

    private void soundRefund() {
        speaker.play(Tone.REFUND);
        nextRefundTone = nanos.getAsLong() + BETWEEN_REFUND_TONES;
    }

    private void hear(DeskEvent event) {
        switch (event.kind()) {
            case "sealed" -> note(Mark.READY, "ui.desk.line.sealed", waybillOf(event));
            case "damaged" -> note(Mark.TROUBLE, "ui.desk.line.damaged", waybillOf(event));
            case "seen" -> {
                if (Boolean.TRUE.equals(event.facts().get("is_the_waybill")))
                    note(Mark.OFF, "ui.desk.line.seen", waybillOf(event));
            }
            case "alarm" -> alarm(event);
            case "warning" -> warning(event);
            case "closing" -> closing(event);
            default -> {
                return;
            }
        }
        poll();
    }

    private void alarm(DeskEvent event) {
        String name = String.valueOf(event.facts().get("alarm"));
        if (Boolean.TRUE.equals(event.facts().get("over"))) {
            note(Mark.READY, "ui.desk.line.alarm-over", "");
            return;
        }
        boolean serious = Alarms.isSerious(name);
        note(serious ? Mark.TROUBLE : Mark.ATTENTION, Alarms.key(name), "");
        // The siren of serious trouble begins with the state; here is what a glance could miss.
        if (serious) return;
        speaker.play(Tone.ATTENTION);
        attention = true;
        attentionUntil = nanos.getAsLong() + AMBER;
    }

    /** Something is missing from the take that has just ended. */
    private void warning(DeskEvent event) {
        speaker.play(Tone.ATTENTION);
        Object other = event.facts().get("did_you_mean");
        if (other != null) {
            note(Mark.ATTENTION, "ui.desk.line.warning.LABEL_OTHER", other.toString());
            return;
        }
        note(
                Mark.ATTENTION,
                "ui.desk.line.warning." + event.facts().get("warning"),
                waybillOf(event));
    }

    private void closing(DeskEvent event) {
        switch (String.valueOf(event.facts().get("closing"))) {
            case "CLOSING_SOON" -> say(Tone.ATTENTION, Mark.ATTENTION, "closing", waybillOf(event));
            case "CLOSED" -> say(Tone.STOPPED, Mark.OFF, "closed", waybillOf(event));
            default -> note(Mark.READY, "ui.desk.line.closing-off", waybillOf(event));
        }
    }

    private void remember(Object take, String waybill) {
        waybills.put(take, waybill);
        if (waybills.size() > REMEMBERED_TAKES)
            waybills.remove(waybills.keySet().iterator().next());
    }

    private String waybillOf(DeskEvent event) {
        Object take = event.facts().get("take");
        return take == null ? "" : waybills.getOrDefault(take, "");
    }

    private void fail(Exception e) {
        trouble.set(e);
        speaker.play(Tone.WRONG_CODE);
        settle();
        poll();
    }

    private void say(Tone tone, Mark mark, String line, String subject) {
        speaker.play(tone);
        note(mark, "ui.desk.line." + line, subject);
    }

    private void settle(DeskStatus now) {
        epoch++;
        status.set(now);
        settle();
    }

    private void settle() {
        boolean alarm = status.get().armed() && Alarms.serious(status.get().alarms()).isPresent();
        if (alarm && !alarmed) {
            acknowledged.set(false);
            nextSiren = nanos.getAsLong();
        }
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

    private void note(Mark mark, String key, String subject) {
        lines.addFirst(new DeskLine(clock.instant(), mark, key, subject));
        if (lines.size() > LINES) lines.removeLast();
    }
}
