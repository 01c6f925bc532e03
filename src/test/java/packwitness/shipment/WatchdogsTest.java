package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.CameraFacts;
import packwitness.capture.Cameras;
import packwitness.capture.LabelCode;
import packwitness.ledger.EntryKind;
import packwitness.recording.RecorderAlarm;
import packwitness.recording.RecordingProblem;
import packwitness.scan.ScanRules;
import packwitness.value.Failure;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be noticed at the table while somebody packs. */
class WatchdogsTest {
    @TempDir Path folder;
    private DeskGround ground;
    private Voice voice;
    private static final LikelyWaybill LIKELY =
            new LikelyWaybill(
                    new CameraFacts("demo:", "", "scene", 1280, 720, 30), ScanRules::shipped);
    private AlarmBoard board;

    @BeforeEach
    void open() throws Failure {
        ground = new DeskGround(folder, DeskGround.unwatched());
        voice = new Voice(DeskGround.CLOCK);
        voice.listen(ground.told::add);
        board = new AlarmBoard(new DeskLog(ground.vault, ground.ledger), voice);
        board.begin("1", true);
    }

    @AfterEach
    void close() {
        board.close();
        ground.close();
    }

    @Test
    void everyAlarmOfARecorderIsARowALineAndASign() throws Exception {
        for (RecorderAlarm.Kind kind : RecorderAlarm.Kind.values()) {
            ground.told.clear();
            board.begin("1", true);
            RecorderAlarm alarm = new RecorderAlarm(kind, DeskGround.CLOCK.instant(), "why");
            List<String> ends = TakeEvents.ended(alarm);
            for (String ended : ends)
                if (!ended.isEmpty())
                    board.raise(Optional.of(View.LABEL), ended, "", Optional.empty());
            ground.told.clear();
            new TakeEvents(parts(), View.LABEL, LIKELY).alarm(alarm);
            board.flush();
            assertTrue(Rows.events(ground.vault).contains(kind.name()), kind + " has a row");
            assertTrue(ground.heard("alarm", "alarm", kind.name()), kind + " has a line");
            assertTrue(ground.heard("alarm", "view", "LABEL"), kind + " names its camera");
            assertTrue(
                    ground.heard("alarm", "over", !ends.isEmpty()), kind + " says if it is over");
            assertEquals(
                    ends.isEmpty() ? List.of("LABEL." + kind) : List.of(),
                    board.names(),
                    kind + " is on the board as long as it holds");
        }
        assertTrue(
                ground.vault
                                .database()
                                .read(tx ->
                                        tx.first(
                                                "SELECT count(*) AS n FROM ledger_row WHERE kind ="
                                                        + " ?",
                                                row -> row.number("n"),
                                                EntryKind.EVENT))
                                .orElseThrow()
                        >= RecorderAlarm.Kind.values().length);
    }

    @Test
    void theForecastIsWhatIsWrittenNow() {
        DiskForecast forecast = new DiskForecast();
        Map<View, Double> one = Map.of(View.OVERVIEW, 30.0);
        assertEquals(Optional.empty(), forecast.hours(1L << 30, one));
        // 4 Mbit/s: 500,000 bytes a second at 30 frames a second.
        for (int i = 0; i < 10; i++) forecast.wrote(View.OVERVIEW, 500_000, 30);
        assertEquals(2.0, forecast.hours(3_600_000_000L, one).orElseThrow(), 1e-9);
        assertEquals(
                4.0,
                forecast.hours(3_600_000_000L, Map.of(View.OVERVIEW, 15.0)).orElseThrow(),
                1e-9);
        Map<View, Double> two = Map.of(View.OVERVIEW, 30.0, View.LABEL, 30.0);
        assertEquals(Optional.empty(), forecast.hours(3_600_000_000L, two), "one is not measured");
        for (int i = 0; i < 10; i++) forecast.wrote(View.LABEL, 1_500_000, 30);
        assertEquals(0.5, forecast.hours(3_600_000_000L, two).orElseThrow(), 1e-9);
    }

    @Test
    void aFillingDiskIsToldEarlyAndAgainWhenItIsNearlyFull() {
        DiskWatch watch = new DiskWatch(parts());
        long plenty = 1L << 40;
        watch.judge(plenty, Optional.of(100.0));
        assertEquals(List.of(), board.names());
        watch.judge(plenty, Optional.of(23.0));
        assertEquals(List.of("DISK_LOW"), board.names());
        watch.judge(plenty, Optional.of(1.9));
        watch.judge(plenty, Optional.of(1.8));
        assertEquals(List.of("DISK_LOW", "DISK_NEARLY_FULL"), board.names());
        assertEquals(2, ground.told.stream().filter(e -> e.kind().equals("alarm")).count());
        watch.judge(plenty, Optional.of(2.1));
        assertTrue(board.names().contains("DISK_NEARLY_FULL"), "it does not flutter");
        watch.judge(plenty, Optional.of(3.0));
        assertEquals(List.of("DISK_LOW"), board.names());
        watch.judge(plenty, Optional.of(50.0));
        assertEquals(List.of(), board.names());
        watch.judge(100, Optional.empty());
        assertTrue(board.names().contains("DISK_NEARLY_FULL"), "also before a rate is known");
    }

    @Test
    void belowTheReserveNothingIsArmed() throws Exception {
        try (DeskGround full =
                new DeskGround(
                        folder.resolve("full"),
                        DeskGround.unwatched().withReserve(Long.MAX_VALUE))) {
            Failure failure =
                    assertThrows(Failure.class, () -> full.desk.arm(DeskGround.CAMERA, "1"));
            assertEquals(ShipmentProblem.DISK_LOW, failure.problem());
            assertFalse(full.desk.status().armed());
        }
    }

    @Test
    void aForgottenTakeIsAnnouncedAndItsIdleEndIsMarked() throws Exception {
        DeskSettings quick =
                DeskSettings.standard()
                        .withStill(Duration.ofMillis(900))
                        .withWarning(Duration.ofMillis(700));
        DeskParts parts = parts(quick);
        StillWatch watch = new StillWatch(parts);
        assertEquals(Optional.empty(), watch.look(Duration.ofHours(1), Duration.ZERO), "no take");
        RunningTake take = begin(parts);
        Duration long_ = Duration.ofHours(1);
        assertEquals(Optional.empty(), watch.look(long_, Duration.ZERO));
        assertEquals(Optional.empty(), watch.closesIn(), "it has only begun");
        Thread.sleep(300);
        assertEquals(Optional.empty(), watch.look(long_, Duration.ZERO));
        assertTrue(watch.closesIn().isPresent());
        assertTrue(ground.heard("closing", "closing", "CLOSING_SOON"));
        watch.look(Duration.ZERO, Duration.ZERO);
        assertTrue(ground.heard("closing", "closing", "CLOSING_CALLED_OFF"), "it moves");
        assertEquals(Optional.empty(), watch.closesIn());
        watch.look(long_, Duration.ZERO);
        watch.scanned();
        assertEquals(Optional.empty(), watch.closesIn(), "somebody scans");
        Thread.sleep(950);
        assertEquals(Optional.of(take), watch.look(long_, Duration.ZERO));
        List<String> rows = Rows.events(ground.vault);
        assertTrue(rows.containsAll(List.of("CLOSING_SOON", "CLOSING_CALLED_OFF", "TRIM")));
        TakeEvent trim =
                ground
                        .vault
                        .database()
                        .read(tx -> TakeTable.take(tx, take.take()))
                        .orElseThrow()
                        .events()
                        .stream()
                        .filter(e -> e.kind().equals(TakeEvent.TRIM))
                        .findFirst()
                        .orElseThrow();
        Duration marked = Duration.between(trim.from().orElseThrow(), trim.to().orElseThrow());
        assertTrue(marked.toMillis() >= 900 && marked.toMinutes() < 5, marked.toString());
    }

    @Test
    void anEmptyTableClosesSooner() throws Exception {
        DeskParts parts = parts(DeskSettings.standard().withWarning(Duration.ofSeconds(10)));
        StillWatch watch = new StillWatch(parts);
        begin(parts);
        watch.look(Duration.ZERO, Duration.ofSeconds(29));
        assertEquals(Optional.empty(), watch.closesIn(), "what lay empty before the scan");
    }

    @Test
    void aForgottenTakeIsClosedWithItsReasonAndTheDeskStaysArmed() throws Exception {
        ground.desk.arm(DeskGround.CAMERA, "1");
        ground.desk.scan(DeskGround.A);
        RunningTake forgotten = ground.desk.running().orElseThrow();
        ground.desk.closeForgotten(forgotten);
        DeskGround.until("sealed", () -> ground.heard("sealed", "reason", "stillness"));
        assertEquals(
                "stillness",
                ground.index
                        .require(DeskGround.A)
                        .takes()
                        .getFirst()
                        .stop()
                        .orElseThrow()
                        .reason());
        assertTrue(ground.desk.status().armed());
        ground.desk.scan(DeskGround.B);
        ground.desk.closeForgotten(forgotten);
        assertTrue(ground.desk.status().running().isPresent(), "another take by now");
    }

    @Test
    void aTakeWhosePictureNeverShowedTheLabelSaysSo() throws Exception {
        ground.desk.arm("demo:?fps=10&size=160x90", "1");
        ground.desk.scan(DeskGround.A);
        ground.desk.disarm();
        assertTrue(ground.heard("warning", "warning", "LABEL_UNSEEN"));
        assertTrue(Rows.events(ground.vault).contains("LABEL_UNSEEN"));
    }

    @Test
    void aTakeWhosePictureShowedAnotherWaybillNamesIt() throws Exception {
        DeskParts parts = parts();
        RunningTake take = begin(parts);
        parts.open().begin(take.begun());
        TakeEvents events = new TakeEvents(parts, View.OVERVIEW, LIKELY);
        LabelCode label = new LabelCode(DeskGround.B, "CODE_128", 400, 300, 400, 80);
        events.seen(Optional.of(take.take()), label, DeskGround.CLOCK.instant(), 7);
        events.damaged(
                take.take(), new Failure(RecordingProblem.NOTHING_RECORDED, "x"), Optional.empty());
        assertTrue(ground.heard("warning", "did_you_mean", DeskGround.B));
    }

    private static RunningTake begin(DeskParts parts) throws Failure {
        TakeLog.Scene scene =
                new TakeLog.Scene(
                        "1",
                        Optional.empty(),
                        "2026/11/23",
                        List.of(new TakeLog.Lens(View.OVERVIEW, "demo:", Map.of())));
        WaybillNo number = new WaybillNo(DeskGround.A);
        RunningTake take =
                new RunningTake(
                        parts.log().begin(number, scene),
                        number,
                        true,
                        false,
                        Optional.empty(),
                        System.nanoTime());
        parts.current().set(take);
        return take;
    }

    private DeskParts parts() {
        return parts(DeskGround.unwatched());
    }

    private DeskParts parts(DeskSettings settings) {
        TakeLog takes = new TakeLog(ground.vault, ground.ledger);
        return new DeskParts(
                ground.vault,
                DeskGround.CLOCK,
                () -> "test",
                settings,
                Cameras::open,
                takes,
                new DeskLog(ground.vault, ground.ledger),
                voice,
                board,
                new OpenTakes(),
                new DiskForecast(),
                new StillCutter(ground.vault, takes, 0),
                new CurrentTake());
    }
}
