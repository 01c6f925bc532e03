package packwitness.shipment;

import org.jspecify.annotations.Nullable;

import packwitness.capture.CameraFacts;
import packwitness.capture.CameraOpener;
import packwitness.capture.Cameras;
import packwitness.capture.PreviewFrame;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One station: armed cameras and the scans. Safe for any thread; scans are taken one at a time.
 * When {@link #scan} says that a take began, its rows are on the disk. A desk never refuses to
 * record.
 */
public final class PackingDesk implements AutoCloseable {
    private final DeskParts parts;
    private final NewestCode code;
    private final DiskWatch disk;
    private final StillWatch still;
    private final Counter counter;
    private final RefundSign refunds;

    private volatile @Nullable ArmedStation armed;
    private volatile @Nullable DeskWatch watch;

    /**
     * Makes a desk that is not yet armed.
     *
     * @param program tells name, version and hash of this program, for the ledger's ARM row
     */
    public PackingDesk(
            Vault vault,
            Ledger ledger,
            Clock clock,
            Supplier<String> program,
            DeskSettings settings) {
        this(vault, ledger, clock, program, settings, Cameras::open);
    }

    /** Makes a desk whose cameras are opened by other means. */
    public PackingDesk(
            Vault vault,
            Ledger ledger,
            Clock clock,
            Supplier<String> program,
            DeskSettings settings,
            CameraOpener cameras) {
        TakeLog takes = new TakeLog(vault, ledger);
        DeskLog log = new DeskLog(vault, ledger);
        Voice voice = new Voice(clock);
        parts =
                new DeskParts(
                        vault,
                        clock,
                        program,
                        settings,
                        cameras,
                        takes,
                        log,
                        voice,
                        new AlarmBoard(log, voice),
                        new OpenTakes(),
                        new DiskForecast(),
                        new StillCutter(vault, takes, settings.stills()),
                        new CurrentTake());
        code = new NewestCode(ledger);
        disk = new DiskWatch(parts);
        still = new StillWatch(parts);
        counter = new Counter(parts, code);
        refunds = new RefundSign(parts);
    }

    /** Makes a desk with the standard settings. */
    public PackingDesk(Vault vault, Ledger ledger, Clock clock, Supplier<String> program) {
        this(vault, ledger, clock, program, DeskSettings.standard());
    }

    /** Arms a station with one camera. */
    public void arm(String cameraUri, String station) throws Failure {
        arm(StationPlan.of(cameraUri, station));
    }

    /**
     * Opens the cameras and starts the ring of the last seconds; an armed desk is disarmed first.
     */
    public void arm(StationPlan plan) throws Failure {
        disarm();
        synchronized (this) {
            long free = parts.freeBytes();
            long reserve = parts.settings().reserveBytes();
            if (free < reserve)
                throw new Failure(
                        ShipmentProblem.DISK_LOW, parts.vault().root(), free >> 20, reserve >> 20);
            ArmedStation station = ArmedStation.open(parts, plan);
            DeskWatch next = new DeskWatch(parts, station, disk, still, this::closeForgotten);
            armed = station;
            watch = next;
            next.start();
            parts.voice()
                    .tell(
                            "armed",
                            Map.of(
                                    "station",
                                    plan.station(),
                                    "camera",
                                    // Never the address as typed: it may hold a password.
                                    station.lane(Optional.empty())
                                            .map(Lane::facts)
                                            .map(CameraFacts::uri)
                                            .orElse(""),
                                    "views",
                                    station.lanes().stream().map(l -> l.view().name()).toList()));
        }
    }

    /**
     * Takes one scanned line.
     *
     * @throws Failure where the row could not be written or the desk is not armed; a running take
     *     goes on then
     */
    public synchronized ScanOutcome scan(String line) throws Failure {
        long at = System.nanoTime();
        ArmedStation now = armed;
        if (now == null) throw new Failure(ShipmentProblem.NOT_ARMED);
        still.scanned();
        ScanOutcome outcome = counter.scan(now, line, at);
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", outcome.kind());
        facts.put("text", outcome.text());
        facts.put("take", outcome.take().map(TakeId::value).orElse(0L));
        facts.put("number", outcome.takeNumber());
        facts.put("durable_ms", (System.nanoTime() - at) / 1_000_000.0);
        parts.voice().tell("scan", facts);
        return outcome.with(refunds.look(outcome));
    }

    /** Closes the running take, if any; the desk stays armed. */
    public synchronized void stop() {
        ArmedStation now = armed;
        if (now != null) counter.stop(now, "stopped", System.nanoTime());
    }

    Optional<RunningTake> running() {
        return parts.running();
    }

    /** Closes the take where it still runs. */
    synchronized void closeForgotten(RunningTake take) {
        ArmedStation now = armed;
        Optional<RunningTake> running = parts.running();
        if (now == null || running.isEmpty() || !running.get().takes().equals(take.takes())) return;
        counter.stop(now, StillWatch.REASON, System.nanoTime());
        parts.voice()
                .tell(
                        "closing",
                        Map.of("take", take.take().value(), "closing", "CLOSED", "in_ms", 0L));
    }

    /** Closes the running take and the cameras and waits until every file is sealed. */
    public void disarm() {
        DeskWatch watching = watch;
        if (watching != null) watching.close();
        synchronized (this) {
            ArmedStation now = armed;
            if (now == null) return;
            counter.stop(now, "disarmed", System.nanoTime());
            armed = null;
            watch = null;
            now.close();
            parts.board().flush();
            parts.voice().tell("disarmed", Map.of("station", now.name()));
        }
    }

    /** Takes the picture of now for the empty table, which closes a forgotten take sooner. */
    public void learnEmptyTable() {
        ArmedStation now = armed;
        if (now != null) for (Lane lane : now.lanes()) lane.recorder().learnEmptyTable();
    }

    /** Waits until all stills of sealed takes are cut. */
    public void finishStills() {
        parts.stills().finish();
    }

    /** Adds a listener, which is called on the desk's own threads and must not wait. */
    public void listen(Consumer<DeskEvent> listener) {
        parts.voice().listen(listener);
    }

    public void forget(Consumer<DeskEvent> listener) {
        parts.voice().forget(listener);
    }

    /** Returns the newest picture, scaled for a screen; nothing while no camera is armed. */
    public Optional<PreviewFrame> latestFrame() {
        ArmedStation now = armed;
        return now == null
                ? Optional.empty()
                : now.lane(Optional.empty()).flatMap(lane -> lane.recorder().latest());
    }

    /** Returns the newest picture of one view. */
    public Optional<PreviewFrame> latestFrame(View view) {
        ArmedStation now = armed;
        return now == null
                ? Optional.empty()
                : now.lane(Optional.of(view)).flatMap(lane -> lane.recorder().latest());
    }

    public DeskStatus status() {
        ArmedStation now = armed;
        List<String> alarms = parts.board().names();
        if (now == null) return DeskStatus.off(counter.operator(), code.get(), alarms);
        return new DeskStatus(
                true,
                now.name(),
                now.lane(Optional.empty()).map(lane -> lane.facts().uri()).orElse(""),
                counter.operator(),
                parts.running().map(this::running),
                now.counts(),
                now.preRoll(),
                disk.hours(now.rates()),
                code.get(),
                alarms,
                now.lanes().stream().map(Lane::view).toList(),
                still.closesIn());
    }

    private DeskStatus.Running running(RunningTake take) {
        return new DeskStatus.Running(
                take.waybill(),
                take.bound(),
                take.begun().number(),
                Duration.ofNanos(System.nanoTime() - take.sinceNanos()),
                parts.open().of(take.take()).map(OpenTakes.Progress::bytes).orElse(0L),
                take.begun().goods());
    }

    @Override
    public void close() {
        disarm();
        parts.board().close();
        parts.stills().close();
    }

    static void note(Failure e) {
        System.getLogger("packwitness.shipment")
                .log(System.Logger.Level.ERROR, e.problem().key(), e);
    }
}
