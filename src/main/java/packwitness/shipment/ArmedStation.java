package packwitness.shipment;

import packwitness.capture.Camera;
import packwitness.capture.Cameras;
import packwitness.ledger.surroundings.TimeSync;
import packwitness.recording.EncoderChoice;
import packwitness.recording.FrameCounts;
import packwitness.recording.Recorder;
import packwitness.recording.RecorderSettings;
import packwitness.recording.RecorderStatus;
import packwitness.scan.ScanRules;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cameras of an armed station with their recorders; safe for any thread. */
final class ArmedStation implements AutoCloseable {
    /** Three seconds before the scan, and one in which the row of the take becomes durable. */
    private static final Duration RING = Duration.ofSeconds(4);

    private final DeskParts parts;
    private final StationPlan plan;
    private final StationLock lock;
    private volatile List<Lane> lanes = List.of();
    private volatile ScanRules rules = ScanRules.shipped();

    private ArmedStation(DeskParts parts, StationPlan plan, StationLock lock) {
        this.parts = parts;
        this.plan = plan;
        this.lock = lock;
    }

    /**
     * Opens the cameras. Where one of two cannot be opened the station works with the other, and
     * says so.
     */
    static ArmedStation open(DeskParts parts, StationPlan plan) throws Failure {
        StationLock lock = lock(parts, plan.station());
        ArmedStation station = new ArmedStation(parts, plan, lock);
        try {
            new LeftOpen(parts.vault(), parts.log()).sealStation(plan.station());
            parts.board().begin(plan.station(), plan.cameras().size() > 1);
            parts.forecast().clear();
            Map<View, Failure> missing = new EnumMap<>(View.class);
            for (View view : plan.cameras().keySet()) {
                try {
                    station.put(station.lane(view));
                } catch (Failure e) {
                    missing.put(view, e);
                }
            }
            if (station.lanes.isEmpty()) throw missing.values().iterator().next();
            station.noteArmed();
            station.readRules();
            missing.forEach((view, why) ->
                    parts.board()
                            .raise(
                                    Optional.of(view),
                                    "CAMERA_LOST",
                                    why.problem().key(),
                                    Optional.empty()));
            return station;
        } catch (Failure | RuntimeException e) {
            station.close();
            throw e;
        }
    }

    private static StationLock lock(DeskParts parts, String station) throws Failure {
        try {
            return StationLock.take(parts.vault().root(), station)
                    .orElseThrow(() -> new Failure(ShipmentProblem.STATION_BUSY, station));
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, parts.vault().root());
        }
    }

    private Lane lane(View view) throws Failure {
        String uri = Optional.ofNullable(plan.cameras().get(view)).orElseThrow();
        Camera camera = parts.cameras().open(uri, parts.clock());
        lane(Optional.empty()).ifPresent(first -> Cameras.standBeside(first.camera(), camera));
        RecorderSettings settings =
                new RecorderSettings(
                        plan.station(),
                        parts.clock().getZone(),
                        RING,
                        true,
                        EncoderChoice.of(parts.settings().encoder()),
                        parts.settings().burnIn(),
                        true);
        LikelyWaybill likely = new LikelyWaybill(camera.facts(), this::rules);
        Recorder recorder =
                Recorder.arm(camera, settings, new TakeEvents(parts, view, likely), parts.clock());
        return new Lane(view, camera, camera.facts(), recorder, System.nanoTime());
    }

    private void noteArmed() throws Failure {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            String prefix =
                    lane.view() == View.OVERVIEW
                            ? ""
                            : lane.view().name().toLowerCase(Locale.ROOT) + "_";
            facts.put(prefix + "camera", lane.facts().uri());
            lane.environment().forEach((name, value) -> facts.put(prefix + name, value));
        }
        facts.put("program", parts.program().get());
        parts.desk().arm(plan.station(), facts, parts.clock());
    }

    /** A fault in the shop's own rules must not keep it from recording. */
    private void readRules() {
        try {
            rules = ScanRules.of(parts.vault().root());
        } catch (Failure e) {
            parts.board()
                    .raise(
                            Optional.empty(),
                            "SCAN_RULES_UNREADABLE",
                            e.problem().key(),
                            Optional.empty());
        }
    }

    ScanRules rules() {
        return rules;
    }

    /** Replaces the lane of the same view at once, so that a scan never finds none. */
    private void put(Lane lane) {
        List<Lane> next = new ArrayList<>(lanes);
        next.removeIf(old -> old.view() == lane.view());
        next.add(lane);
        next.sort(Comparator.comparing(Lane::view));
        lanes = List.copyOf(next);
    }

    String name() {
        return plan.station();
    }

    List<Lane> lanes() {
        return lanes;
    }

    Optional<Lane> lane(Optional<View> view) {
        return lanes.stream()
                .filter(lane -> view.isEmpty() || lane.view() == view.get())
                .min(Comparator.comparing(Lane::view));
    }

    /** Returns the views whose camera could not be opened, or whose recorder has failed. */
    List<View> broken() {
        return plan.cameras().keySet().stream()
                .filter(view ->
                        lane(Optional.of(view))
                                .map(lane ->
                                        parts.board().holds(Optional.of(view), "RECORDER_FAILED"))
                                .orElse(true))
                .toList();
    }

    /** Opens a broken view again; slow. Takes begun from now on have it. */
    void mend(View view) throws Failure {
        Optional<Lane> old = lane(Optional.of(view));
        old.ifPresent(lane -> lane.recorder().close());
        Lane mended = lane(view);
        put(mended);
        noteArmed();
        parts.board()
                .good(
                        Optional.of(view),
                        "CAMERA_BACK",
                        "",
                        Optional.empty(),
                        List.of("CAMERA_LOST", "FRAMES_STOPPED", "RECORDER_FAILED"));
    }

    /** Returns what a take begun now would be made with. */
    TakeLog.Scene scene(Optional<String> operator) {
        String folder = ShipmentTable.folderOf(parts.clock().instant(), parts.clock().getZone());
        List<TakeLog.Lens> lenses =
                lanes.stream()
                        .map(lane ->
                                new TakeLog.Lens(
                                        lane.view(), lane.facts().uri(), environment(lane)))
                        .toList();
        return new TakeLog.Scene(plan.station(), operator, folder, lenses);
    }

    /** Each take tells anew whether network time held the clock when it began. */
    private static Map<String, String> environment(Lane lane) {
        Map<String, String> known = lane.environment();
        known.put("ntp", TimeSync.now().state());
        return known;
    }

    FrameCounts counts() {
        long received = 0;
        long dropped = 0;
        for (Lane lane : lanes) {
            RecorderStatus status = lane.recorder().status();
            received += status.received();
            dropped += status.dropped();
        }
        return new FrameCounts(received, dropped, received - dropped);
    }

    /** Returns the pre-roll that every view has. */
    Duration preRoll() {
        return lanes.stream()
                .map(lane -> lane.recorder().status().preRoll())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    Map<View, Double> rates() {
        Map<View, Double> rates = new EnumMap<>(View.class);
        for (Lane lane : lanes) rates.put(lane.view(), lane.rate());
        return rates;
    }

    @Override
    public void close() {
        for (Lane lane : lanes) lane.recorder().close();
        lock.close();
    }
}
