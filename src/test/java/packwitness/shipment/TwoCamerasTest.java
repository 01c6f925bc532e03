package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A station that looks at the table and at the label. */
class TwoCamerasTest {
    private static final StationPlan TWO =
            new StationPlan("1", DeskGround.CAMERA, Optional.of(DeskGround.LABEL));
    private static final double FRAMES_PER_SECOND = 15;

    @TempDir Path folder;
    private DeskGround ground;

    @BeforeEach
    void open() throws Failure {
        ground = new DeskGround(folder, DeskGround.unwatched());
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void oneScanMakesOneTakeWithTwoOriginals() throws Exception {
        ground.desk.arm(TWO);
        assertEquals(List.of(View.OVERVIEW, View.LABEL), ground.desk.status().views());
        ground.desk.scan(DeskGround.A);
        Thread.sleep(1200);
        assertEquals(ScanOutcome.Kind.SWITCHED, ground.desk.scan(DeskGround.B).kind());
        ground.desk.disarm();
        ground.desk.finishStills();
        Shipment parcel = ground.index.require(DeskGround.A);
        assertEquals(
                List.of(View.OVERVIEW, View.LABEL),
                parcel.takes().stream().map(Take::view).toList());
        for (Take take : parcel.takes()) {
            assertEquals(1, take.number());
            assertEquals(TakeState.SEALED, take.state());
            Take.Stop stop = take.stop().orElseThrow();
            assertEquals(stop.received(), stop.dropped() + stop.recorded());
            assertEquals("next scan", stop.reason());
            assertEquals(EvidenceFolder.hash(ground.vault.files().at(take.file())), stop.sha256());
            assertFalse(take.stills().isEmpty());
        }
        List<Entry> rows = ground.ledger.entriesOf(parcel.id());
        List<Entry> starts = rows.stream().filter(r -> r.kind() == EntryKind.START).toList();
        assertEquals(2, starts.size());
        assertEquals(starts.getFirst().seq() + 1, starts.getLast().seq(), "one transaction");
        assertEquals(starts.getFirst().at(), starts.getLast().at());
        assertEquals(2, rows.stream().filter(r -> r.kind() == EntryKind.STOP).count());
    }

    @Test
    void theFramesOfBothCamerasStandOnOneClock() throws Exception {
        ground.desk.arm(TWO);
        ground.desk.scan(DeskGround.A);
        Thread.sleep(1500);
        ground.desk.stop();
        ground.desk.disarm();
        List<Take> views = ground.index.require(DeskGround.A).takes();
        Take.Stop first = views.getFirst().stop().orElseThrow();
        Take.Stop second = views.getLast().stop().orElseThrow();
        // Both begin with the first frame after the scan, behind their pre-roll, and end together.
        Duration apart = Duration.between(first.lastAt(), second.lastAt()).abs();
        long mostMillis = Math.round(2 * 1000 / FRAMES_PER_SECOND);
        assertTrue(apart.toMillis() < mostMillis, apart + " apart");
        for (Take view : views) {
            Take.Stop stop = view.stop().orElseThrow();
            double own = (stop.recorded() - stop.preRoll() - 1) / FRAMES_PER_SECOND;
            long scanned = stop.lastAt().toEpochMilli() - Math.round(own * 1000);
            long late = Math.abs(scanned - view.scannedAt().toEpochMilli());
            assertTrue(late < mostMillis + 100, view.view() + " begins " + late + " ms off");
        }
    }

    @Test
    void withoutTheSecondCameraTheFirstGoesOn() throws Exception {
        String missing = "file:" + folder.resolve("none.mp4");
        ground.desk.arm(new StationPlan("1", DeskGround.CAMERA, Optional.of(missing)));
        assertEquals(List.of(View.OVERVIEW), ground.desk.status().views());
        assertEquals(List.of("LABEL.CAMERA_LOST"), ground.desk.status().alarms());
        ground.desk.scan(DeskGround.A);
        ground.desk.disarm();
        assertEquals(1, ground.index.require(DeskGround.A).takes().size());
        assertTrue(ground.heard("alarm", "view", "LABEL"));
        assertTrue(ground.ledger.size() > 0 && Rows.events(ground.vault).contains("CAMERA_LOST"));
    }

    @Test
    void withoutTheFirstCameraTheSecondGoesOn() throws Exception {
        String missing = "file:" + folder.resolve("none.mp4");
        ground.desk.arm(new StationPlan("1", missing, Optional.of(DeskGround.LABEL)));
        assertEquals(List.of("OVERVIEW.CAMERA_LOST"), ground.desk.status().alarms());
        ground.desk.scan(DeskGround.A);
        ground.desk.disarm();
        assertEquals(View.LABEL, ground.index.require(DeskGround.A).takes().getFirst().view());
    }

    @Test
    void aCameraThatEndsInTheMiddleLeavesTheOtherRecording() throws Exception {
        String ending = "demo:?fps=15&size=640x360&count=30";
        ground.desk.arm(new StationPlan("1", DeskGround.CAMERA, Optional.of(ending)));
        ground.desk.scan(DeskGround.A);
        DeskGround.until(
                "the alarm", () -> ground.desk.status().alarms().contains("LABEL.SOURCE_ENDED"));
        ground.desk.scan(DeskGround.B);
        Thread.sleep(1200);
        ground.desk.disarm();
        for (String waybill : List.of(DeskGround.A, DeskGround.B)) {
            Take overview = ground.index.require(waybill).takes().getFirst();
            assertEquals(View.OVERVIEW, overview.view());
            assertEquals(TakeState.SEALED, overview.state(), waybill);
        }
    }

    @Test
    void withoutAnyCameraNothingIsArmed() throws Exception {
        String missing = "file:" + folder.resolve("none.mp4");
        StationPlan none = new StationPlan("1", missing, Optional.of(missing));
        assertThrows(Failure.class, () -> ground.desk.arm(none));
        assertFalse(ground.desk.status().armed());
        ground.desk.arm(DeskGround.CAMERA, "1");
    }
}
