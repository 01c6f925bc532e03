package packwitness.shipment;

import org.jspecify.annotations.Nullable;

import packwitness.capture.Camera;
import packwitness.capture.CameraFacts;
import packwitness.capture.CameraOpener;
import packwitness.capture.Cameras;
import packwitness.capture.DemoCamera;
import packwitness.capture.LabelCode;
import packwitness.capture.PreviewFrame;
import packwitness.ledger.Checkpoint;
import packwitness.ledger.Ledger;
import packwitness.recording.FrameCounts;
import packwitness.recording.Original;
import packwitness.recording.Recorder;
import packwitness.recording.RecorderAlarm;
import packwitness.recording.RecorderEvents;
import packwitness.recording.RecorderSettings;
import packwitness.recording.Segment;
import packwitness.recording.TakeFile;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One station: an armed camera and the scans. Safe for any thread; scans are taken one at a time.
 * When {@link #scan} says that a take began, its rows are on the disk. A desk never refuses to
 * record.
 */
public final class PackingDesk implements AutoCloseable {
    private static final Duration BOUNCE = Duration.ofSeconds(2);
    private static final long RESERVE_BYTES = 300L << 20;

    private final Vault vault;
    private final Ledger ledger;
    private final Clock clock;
    private final String program;
    private final CameraOpener cameras;
    private final TakeLog log;
    private final StillCutter stills;
    private final List<Consumer<DeskEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> alarms = new CopyOnWriteArraySet<>();
    private final Set<String> seenInTake = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesOfTake = new AtomicLong();
    private final DiskForecast forecast = new DiskForecast();

    private volatile @Nullable Armed armed;
    private volatile @Nullable RunningTake running;
    private volatile @Nullable String operator;
    private @Nullable WaybillNo lastWaybill;
    private long lastScanNanos;

    private record Armed(
            Recorder recorder,
            Camera camera,
            CameraFacts facts,
            String station,
            StationLock lock) {}

    private record RunningTake(TakeLog.Begun begun, WaybillNo waybill, long sinceNanos) {}

    /**
     * Makes a desk that is not yet armed.
     *
     * @param program name, version and hash of this program, for the ledger's ARM row
     */
    public PackingDesk(Vault vault, Ledger ledger, Clock clock, String program) {
        this(vault, ledger, clock, program, Cameras::open);
    }

    /** Makes a desk whose cameras are opened by other means. */
    public PackingDesk(
            Vault vault, Ledger ledger, Clock clock, String program, CameraOpener cameras) {
        this.cameras = cameras;
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
        this.program = program;
        this.log = new TakeLog(vault, ledger);
        this.stills = new StillCutter(vault, log);
    }

    /**
     * Opens the camera and starts the ring of the last seconds; an armed desk is disarmed first.
     */
    public synchronized void arm(String cameraUri, String station) throws Failure {
        disarm();
        long free = freeBytes();
        if (free < RESERVE_BYTES)
            throw new Failure(
                    ShipmentProblem.DISK_LOW, vault.root(), free >> 20, RESERVE_BYTES >> 20);
        StationLock lock = lock(station);
        @Nullable Camera camera = null;
        try {
            new LeftOpen(vault, log).sealStation(station);
            camera = cameras.open(cameraUri, clock);
            CameraFacts facts = camera.facts();
            log.arm(
                    station,
                    facts.uri(),
                    facts.codec() + " " + facts.width() + "x" + facts.height(),
                    program,
                    clock.getZone().getId());
            Recorder recorder =
                    Recorder.arm(
                            camera,
                            RecorderSettings.of(station, clock.getZone()),
                            new Events(station),
                            clock);
            armed = new Armed(recorder, camera, facts, station, lock);
        } catch (Failure | RuntimeException e) {
            if (camera != null) camera.close();
            lock.close();
            throw e;
        }
        alarms.clear();
        tell("armed", Map.of("station", station, "camera", armedNow().facts().uri()));
    }

    /**
     * Takes one scanned line.
     *
     * @throws Failure where the row could not be written or the desk is not armed; a running take
     *     goes on then
     */
    public synchronized ScanOutcome scan(String line) throws Failure {
        long at = System.nanoTime();
        Armed now = armedNow();
        ScanOutcome outcome =
                switch (Scan.read(line)) {
                    case Scan.Waybill(WaybillNo number) -> waybill(now, number, at);
                    case Scan.Control(Scan.Command command) -> control(now, command, at);
                    case Scan.Badge(String badge) -> {
                        operator = badge;
                        yield ScanOutcome.of(ScanOutcome.Kind.OPERATOR, badge);
                    }
                    case Scan.Other(Scan.Kind kind, String text) -> {
                        log.event(now.station(), runningTake(), "WRONG_CODE", kind.name());
                        yield ScanOutcome.of(ScanOutcome.Kind.NOT_A_WAYBILL, text);
                    }
                };
        tell(
                "scan",
                Map.of(
                        "kind", outcome.kind(),
                        "text", outcome.text(),
                        "take", outcome.take().map(TakeId::value).orElse(0L),
                        "number", outcome.takeNumber(),
                        "durable_ms", (System.nanoTime() - at) / 1_000_000.0));
        return outcome;
    }

    /** Closes the running take, if any; the desk stays armed. */
    public synchronized void stop() {
        Armed now = armed;
        if (now == null || running == null) return;
        now.recorder().end(System.nanoTime());
        running = null;
        lastWaybill = null;
    }

    /** Closes the running take and the camera and waits until every file is sealed. */
    public synchronized void disarm() {
        Armed now = armed;
        if (now == null) return;
        armed = null;
        running = null;
        lastWaybill = null;
        now.recorder().close();
        now.lock().close();
        tell("disarmed", Map.of("station", now.station()));
    }

    /** Waits until all stills of sealed takes are cut. */
    public void finishStills() {
        stills.finish();
    }

    /** Adds a listener, which is called on the desk's own threads and must not wait. */
    public void listen(Consumer<DeskEvent> listener) {
        listeners.add(listener);
    }

    public void forget(Consumer<DeskEvent> listener) {
        listeners.remove(listener);
    }

    /** Returns the newest picture, scaled for a screen; nothing while no camera is armed. */
    public Optional<PreviewFrame> latestFrame() {
        Armed now = armed;
        return now == null ? Optional.empty() : now.recorder().latest();
    }

    public DeskStatus status() {
        Armed now = armed;
        RunningTake take = running;
        if (now == null)
            return new DeskStatus(
                    false,
                    "",
                    "",
                    Optional.ofNullable(operator),
                    Optional.empty(),
                    new FrameCounts(0, 0, 0),
                    Duration.ZERO,
                    Optional.empty(),
                    code(),
                    List.copyOf(alarms));
        var recorder = now.recorder().status();
        return new DeskStatus(
                true,
                now.station(),
                now.facts().uri(),
                Optional.ofNullable(operator),
                Optional.ofNullable(take)
                        .map(t ->
                                new DeskStatus.Running(
                                        t.waybill(),
                                        t.begun().number(),
                                        Duration.ofNanos(System.nanoTime() - t.sinceNanos()),
                                        bytesOfTake.get(),
                                        t.begun().goods())),
                new FrameCounts(
                        recorder.received(),
                        recorder.dropped(),
                        recorder.received() - recorder.dropped()),
                recorder.preRoll(),
                forecast.hours(freeBytes()),
                code(),
                List.copyOf(alarms));
    }

    @Override
    public void close() {
        disarm();
        stills.close();
    }

    private ScanOutcome waybill(Armed now, WaybillNo number, long at) throws Failure {
        boolean bounce =
                number.equals(lastWaybill)
                        && at - lastScanNanos < BOUNCE.toNanos()
                        && running != null;
        lastScanNanos = at;
        if (bounce) return ScanOutcome.of(ScanOutcome.Kind.BOUNCE, number.text());
        boolean wasRunning = running != null;
        TakeLog.Begun begun =
                log.begin(
                        number,
                        now.station(),
                        Optional.ofNullable(operator),
                        now.facts().uri(),
                        ShipmentTable.folderOf(clock.instant(), clock.getZone()));
        Path sealed = vault.files().at(begun.file());
        try {
            EvidenceFolder.makeFolders(vault.files().at("videos/" + folderOf(begun.file())));
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, sealed);
        }
        seenInTake.clear();
        bytesOfTake.set(0);
        code().ifPresent(now.recorder()::remark);
        if (now.camera() instanceof DemoCamera demo) demo.nextParcel(number.text());
        Path part = vault.files().at(begun.file() + ".part");
        now.recorder().begin(new TakeFile(begun.take(), part, sealed), number.text(), at);
        running = new RunningTake(begun, number, at);
        lastWaybill = number;
        ScanOutcome.Kind kind =
                begun.number() > 1
                        ? ScanOutcome.Kind.TAKE_TWO
                        : wasRunning ? ScanOutcome.Kind.SWITCHED : ScanOutcome.Kind.STARTED;
        return new ScanOutcome(
                kind,
                number.text(),
                Optional.of(begun.shipment()),
                Optional.of(begun.take()),
                begun.number());
    }

    private ScanOutcome control(Armed now, Scan.Command command, long at) throws Failure {
        RunningTake take = running;
        return switch (command) {
            case STOP -> {
                stop();
                yield ScanOutcome.of(ScanOutcome.Kind.STOPPED, "PW-STOP");
            }
            case REDO -> {
                if (take == null) yield ScanOutcome.of(ScanOutcome.Kind.HELP, "PW-REDO");
                lastWaybill = null;
                yield waybill(now, take.waybill(), at);
            }
            case MARK -> {
                log.event(now.station(), runningTake(), "MARK", "");
                yield ScanOutcome.of(ScanOutcome.Kind.MARKED, "PW-MARK");
            }
            case HELP -> ScanOutcome.of(ScanOutcome.Kind.HELP, "PW-HELP");
        };
    }

    private Armed armedNow() throws Failure {
        Armed now = armed;
        if (now == null) throw new Failure(ShipmentProblem.NOT_ARMED);
        return now;
    }

    private Optional<TakeId> runningTake() {
        return Optional.ofNullable(running).map(take -> take.begun().take());
    }

    private Optional<String> code() {
        try {
            return ledger.newest().map(Checkpoint::code);
        } catch (Failure unknownNow) {
            // A screen shows no code while the index cannot be read; whoever writes is told why.
            return Optional.empty();
        }
    }

    private StationLock lock(String station) throws Failure {
        try {
            return StationLock.take(vault.root(), station)
                    .orElseThrow(() -> new Failure(ShipmentProblem.STATION_BUSY, station));
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, vault.root());
        }
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(vault.root()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String folderOf(String file) {
        return file.substring("videos/".length(), file.lastIndexOf('/'));
    }

    private void tell(String kind, Map<String, Object> facts) {
        DeskEvent event = new DeskEvent(kind, clock.instant(), facts);
        for (Consumer<DeskEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                // A screen's mistake must not cost a recording.
                System.getLogger("packwitness.shipment")
                        .log(System.Logger.Level.ERROR, "a listener failed", e);
            }
        }
    }

    private static void note(Failure e) {
        System.getLogger("packwitness.shipment")
                .log(System.Logger.Level.ERROR, e.problem().key(), e);
    }

    /** Turns what the recorder says into rows; called on the recorder's threads. */
    private final class Events implements RecorderEvents {
        private final String station;

        Events(String station) {
            this.station = station;
        }

        @Override
        public void segment(TakeId take, Segment segment) {
            try {
                log.segment(take, segment);
                RunningTake now = running;
                if (now != null && now.begun().take().equals(take))
                    bytesOfTake.addAndGet(segment.length());
                forecast.wrote(segment.length(), segment.frames());
                tell("segment", Map.of("take", take.value(), "segment", segment.number()));
            } catch (Failure e) {
                raise("INDEX_NOT_WRITTEN", e);
            }
        }

        @Override
        public void sealed(TakeId take, Original original) {
            try {
                log.sealed(take, original, TakeState.SEALED, "closed");
                stills.cut(take, original.file(), original.length());
                tell(
                        "sealed",
                        Map.of(
                                "take", take.value(),
                                "sha256", original.sha256().hex(),
                                "received", original.counts().received(),
                                "dropped", original.counts().dropped(),
                                "recorded", original.counts().recorded(),
                                "preroll", original.preRollFrames()));
            } catch (Failure e) {
                raise("INDEX_NOT_WRITTEN", e);
            }
        }

        @Override
        public void damaged(TakeId take, Failure why, Optional<Original> original) {
            try {
                log.event(station, Optional.of(take), "DAMAGED", why.problem().key());
                if (original.isPresent())
                    log.sealed(take, original.get(), TakeState.DAMAGED, why.problem().key());
                else new LeftOpen(vault, log).seal(take, TakeState.DAMAGED);
            } catch (Failure e) {
                note(e);
            }
            raise(why.problem().key(), why);
        }

        @Override
        public void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame) {
            if (take.isEmpty() || !seenInTake.add(take.get() + " " + code.text())) return;
            try {
                boolean matches = log.seen(take.get(), code.text(), code.symbology(), frame, at);
                tell(
                        "seen",
                        Map.of(
                                "take", take.get().value(),
                                "code", code.text(),
                                "symbology", code.symbology(),
                                "frame", frame,
                                "is_the_waybill", matches));
            } catch (Failure e) {
                note(e);
            }
        }

        @Override
        public void alarm(RecorderAlarm alarm) {
            String name = alarm.kind().name();
            List<String> over = ended(alarm.kind());
            if (over.isEmpty()) alarms.add(name);
            else alarms.removeAll(over);
            try {
                log.event(station, runningTake(), name, alarm.detail());
            } catch (Failure e) {
                note(e);
            }
            tell("alarm", Map.of("alarm", name, "detail", alarm.detail(), "over", !over.isEmpty()));
        }

        /** Returns the alarms that this good news ends; none where it is an alarm itself. */
        private static List<String> ended(RecorderAlarm.Kind kind) {
            return switch (kind) {
                case CAMERA_BACK -> List.of("CAMERA_LOST", "FRAMES_STOPPED");
                case FRAMES_MOVING -> List.of("FRAMES_FROZEN", "FRAMES_STOPPED");
                case LENS_CLEAR -> List.of("LENS_DARK");
                case RATE_USUAL -> List.of("RATE_LOW");
                default -> List.of();
            };
        }

        private void raise(String alarm, Failure why) {
            note(why);
            alarms.add(alarm);
            try {
                log.event(station, runningTake(), alarm, why.problem().key());
            } catch (Failure e) {
                note(e);
            }
            tell("alarm", Map.of("alarm", alarm, "detail", why.problem().key(), "over", false));
        }
    }
}
