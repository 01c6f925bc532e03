package packwitness.ui.desk;

import packwitness.capture.PreviewFrame;
import packwitness.orders.Refund;
import packwitness.recording.FrameCounts;
import packwitness.scan.Scan;
import packwitness.scan.ScanRules;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskStatus;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.StationPlan;
import packwitness.shipment.View;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A desk without a camera, which says what the test tells it. */
public final class FakeDesk implements DeskService {
    private final List<Consumer<DeskEvent>> listeners = new ArrayList<>();
    private final List<String> scans = new ArrayList<>();
    private boolean armed;
    private boolean broken;
    private Optional<DeskStatus.Running> running = Optional.empty();
    private List<String> alarms = List.of();
    private List<View> views = List.of(View.OVERVIEW);
    private Optional<Duration> closesIn = Optional.empty();
    private boolean bound = true;
    private Optional<PreviewFrame> picture = Optional.empty();
    private Optional<DeskOrder> order = Optional.empty();
    private Optional<Refund> refund = Optional.empty();
    private Optional<String> operator = Optional.empty();
    private DeskClock clock = DeskClock.UNKNOWN;

    @Override
    public void arm(StationPlan plan) throws Failure {
        if (broken) throw new Failure(ShipmentProblem.STATION_BUSY, plan.station());
        armed = true;
    }

    @Override
    public Path controlSheet() {
        return Path.of("control-sheet.pdf");
    }

    @Override
    public void disarm() {
        armed = false;
        running = Optional.empty();
    }

    @Override
    public ScanOutcome scan(String line) throws Failure {
        scans.add(line);
        Scan read = ScanRules.shipped().read(line);
        if (read instanceof Scan.Badge badge) {
            operator = Optional.of(badge.operator());
            return outcome(ScanOutcome.Kind.OPERATOR, badge.operator(), 0);
        }
        if (read instanceof Scan.Control control) {
            if (control.command() == Scan.Command.STOP) running = Optional.empty();
            return outcome(kindOf(control.command()), line, 0);
        }
        if (!(read instanceof Scan.Waybill waybill))
            return outcome(ScanOutcome.Kind.NOT_A_WAYBILL, line, 0);
        boolean same = running.map(run -> run.waybill().equals(waybill.number())).orElse(false);
        ScanOutcome.Kind kind =
                same
                        ? ScanOutcome.Kind.TAKE_TWO
                        : running.isPresent()
                                ? ScanOutcome.Kind.SWITCHED
                                : ScanOutcome.Kind.STARTED;
        record(waybill.number().text(), same ? 2 : 1, Duration.ofSeconds(7));
        return withRefund(outcome(kind, waybill.number().text(), same ? 2 : 1));
    }

    private ScanOutcome withRefund(ScanOutcome plain) {
        return new ScanOutcome(
                plain.kind(),
                plain.text(),
                plain.shipment(),
                plain.take(),
                plain.takeNumber(),
                refund);
    }

    private static ScanOutcome.Kind kindOf(Scan.Command command) {
        return switch (command) {
            case STOP -> ScanOutcome.Kind.STOPPED;
            case MARK, DAMAGE -> ScanOutcome.Kind.MARKED;
            case START -> ScanOutcome.Kind.OPENED;
            case REDO -> ScanOutcome.Kind.TAKE_TWO;
            case HELP -> ScanOutcome.Kind.HELP;
        };
    }

    @Override
    public void stop() {
        running = Optional.empty();
    }

    @Override
    public DeskStatus status() {
        return new DeskStatus(
                armed,
                "1",
                "demo:",
                operator,
                running,
                armed ? new FrameCounts(4_731, 0, 4_731) : new FrameCounts(0, 0, 0),
                armed ? Duration.ofMillis(3_000) : Duration.ZERO,
                armed ? Optional.of(132.4) : Optional.empty(),
                Optional.of("K7QF-2M9X"),
                alarms,
                views,
                closesIn);
    }

    @Override
    public Optional<DeskOrder> order(WaybillNo waybill) {
        return order;
    }

    @Override
    public DeskClock clock() {
        return clock;
    }

    @Override
    public Optional<PreviewFrame> latestFrame() {
        return armed ? picture : Optional.empty();
    }

    @Override
    public Optional<PreviewFrame> latestFrame(View view) {
        return armed && views.contains(view) ? picture : Optional.empty();
    }

    @Override
    public void listen(Consumer<DeskEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void forget(Consumer<DeskEvent> listener) {
        listeners.remove(listener);
    }

    public List<String> scans() {
        return scans;
    }

    public void shows(PreviewFrame frame) {
        picture = Optional.of(frame);
    }

    public void cannotBeArmed() {
        broken = true;
    }

    public void record(String waybill, int take, Duration elapsed) {
        running =
                Optional.of(
                        new DeskStatus.Running(
                                new WaybillNo(waybill),
                                bound,
                                take,
                                elapsed,
                                5_000_000,
                                "青花瓷茶杯 手绘 220ml"));
    }

    public void hasTwoCameras() {
        views = List.of(View.OVERVIEW, View.LABEL);
    }

    public void closesIn(Duration left) {
        closesIn = Optional.of(left);
    }

    public void recordUnbound(String code) {
        bound = false;
        record("?" + code, 1, Duration.ofSeconds(7));
    }

    public void packs(DeskOrder next) {
        order = Optional.of(next);
    }

    public void refunds(Refund open) {
        refund = Optional.of(open);
    }

    public void runsClock(DeskClock next) {
        clock = next;
    }

    public void badge(String name) {
        operator = Optional.of(name);
    }

    public void alarm(String... now) {
        alarms = List.of(now);
    }

    public void tell(String kind, Map<String, Object> facts) {
        for (Consumer<DeskEvent> listener : List.copyOf(listeners))
            listener.accept(new DeskEvent(kind, Instant.EPOCH, facts));
    }

    private static ScanOutcome outcome(ScanOutcome.Kind kind, String text, int take) {
        return new ScanOutcome(
                kind,
                text,
                take == 0 ? Optional.empty() : Optional.of(new ShipmentId(1)),
                take == 0 ? Optional.empty() : Optional.of(new TakeId(7)),
                take);
    }
}
