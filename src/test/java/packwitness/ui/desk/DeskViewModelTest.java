package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.recording.RecorderAlarm;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Tone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class DeskViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final QuietSpeaker speaker = new QuietSpeaker();
    private long nanos = 1;
    private final DeskViewModel model =
            new DeskViewModel(
                    desk,
                    "demo:",
                    "1",
                    new Background(Runnable::run, Runnable::run),
                    speaker,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    () -> nanos);

    @Test
    void armedItIsReadyAndSaysSo() {
        assertEquals(DeskState.OFF, model.state().get());
        model.arm();
        assertEquals(DeskState.READY, model.state().get());
        assertEquals(List.of(Tone.READY), speaker.played());
    }

    @Test
    void aScanRecordsAndTheNextOneSwitches() {
        model.arm();
        scan("SF1234567890123");
        assertEquals(DeskState.RECORDING, model.state().get());
        scan("YT9876543210123");
        assertEquals(DeskState.RECORDING, model.state().get());
        assertEquals(List.of(Tone.READY, Tone.STARTED, Tone.STARTED), speaker.played());
    }

    @Test
    void aScanWhileOffIsLoudOpensTheCameraAndIsRecorded() {
        scan("SF1234567890123");
        assertEquals(List.of(Tone.SIREN, Tone.READY, Tone.STARTED), speaker.played());
        assertEquals(DeskState.RECORDING, model.state().get());
        assertEquals(List.of("SF1234567890123"), desk.scans());
        assertEquals(
                "ui.desk.line.scanned-while-off",
                model.lines().get(model.lines().size() - 1).key());
    }

    @Test
    void aScanWhileTheCameraCannotBeOpenedIsLoudAndExplained() {
        desk.cannotBeArmed();
        scan("SF1234567890123");
        assertTrue(speaker.played().contains(Tone.SIREN));
        assertEquals(DeskState.OFF, model.state().get());
        assertNotNull(model.trouble().get());
        assertTrue(desk.scans().isEmpty());
    }

    @Test
    void whoHasAScannerAloneEndsTheSirenWithTheCodeForHelp() {
        model.arm();
        scan("SF1234567890123");
        desk.alarm("CAMERA_LOST");
        look(2);
        assertEquals(2, sirens());
        scan("PW-HELP");
        look(3);
        assertEquals(2, sirens());
        assertEquals(DeskState.NOT_RECORDING, model.state().get(), "it is quiet, not forgotten");
    }

    @Test
    void theOrderIsLookedUpOnceAParcelAndANoteIsHeard() {
        desk.packs(new DeskOrder(List.of(new DeskOrder.Goods("茶杯", "", 1)), 1, Optional.of("送礼")));
        model.arm();
        scan("SF1234567890123");
        look(2);
        assertEquals("送礼", model.order().get().flatMap(DeskOrder::note).orElseThrow());
        assertEquals(1, speaker.played().stream().filter(Tone.NOTE::equals).count());
        model.stop();
        assertTrue(model.order().get().isEmpty());
    }

    @Test
    void theNoticeOfWhatWasRecoveredStaysUntilTheNextParcel() {
        model.recovered(2);
        model.arm();
        assertEquals(2, model.recoveredTakes().get());
        scan("SF1234567890123");
        assertEquals(0, model.recoveredTakes().get());
    }

    @Test
    void amberPassesAndTheRecordingWentOn() {
        model.arm();
        scan("SF1234567890123");
        scan("13800138000");
        assertEquals(DeskState.WRONG_CODE, model.state().get());
        assertEquals("13800138000", model.wrong().get());
        assertTrue(model.status().get().running().isPresent());
        nanos += Duration.ofSeconds(5).toNanos();
        model.look();
        assertEquals(DeskState.RECORDING, model.state().get());
    }

    @Test
    void theSirenSoundsUntilSomebodyAcknowledges() {
        model.arm();
        desk.alarm("CAMERA_LOST");
        look(3);
        assertEquals(DeskState.NOT_RECORDING, model.state().get());
        assertEquals(3, sirens());
        model.escape();
        look(3);
        assertEquals(3, sirens());
        assertEquals(DeskState.NOT_RECORDING, model.state().get());
    }

    @Test
    void aSecondAlarmSoundsAgain() {
        model.arm();
        desk.alarm("CAMERA_LOST");
        look(1);
        model.acknowledge();
        desk.alarm();
        look(1);
        assertEquals(DeskState.READY, model.state().get());
        desk.alarm("FRAMES_FROZEN");
        look(1);
        assertFalse(model.acknowledged().get());
        assertEquals(2, sirens());
    }

    @Test
    void aDarkLensIsAHintAndNoAlarm() {
        model.arm();
        desk.alarm("LENS_DARK");
        look(1);
        assertEquals(DeskState.READY, model.state().get());
    }

    @Test
    void anAlarmNobodyKnowsIsTakenSeriously() {
        model.arm();
        desk.alarm("recording.DISK_FULL");
        look(1);
        assertEquals(DeskState.NOT_RECORDING, model.state().get());
    }

    @Test
    void aStationInUseIsExplainedAndTheDeskStaysOff() {
        desk.cannotBeArmed();
        model.arm();
        assertNotNull(model.trouble().get());
        assertEquals(DeskState.OFF, model.state().get());
    }

    @Test
    void whatIsSealedIsNamedByItsWaybill() {
        model.arm();
        scan("SF1234567890123");
        desk.tell("sealed", Map.of("take", 7L));
        assertEquals("SF1234567890123", model.lines().getFirst().subject());
    }

    @Test
    void afterClosingNothingIsHeard() {
        model.arm();
        int before = model.lines().size();
        model.close();
        desk.tell("sealed", Map.of("take", 7L));
        assertEquals(before, model.lines().size());
    }

    private void scan(String text) {
        for (char key : (text + "\r").toCharArray()) model.type(key);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            nanos += Duration.ofSeconds(2).toNanos();
            model.look();
        }
    }

    private long sirens() {
        return speaker.played().stream().filter(Tone.SIREN::equals).count();
    }

    @Test
    void everyAlarmOfARecorderIsSeenAndHeard() {
        model.arm();
        for (RecorderAlarm.Kind kind : RecorderAlarm.Kind.values()) {
            if (GOOD_NEWS.contains(kind)) continue;
            nanos += 60_000_000_000L;
            desk.alarm();
            model.look();
            speaker.played().clear();
            desk.alarm(kind.name());
            desk.tell("alarm", Map.of("alarm", kind.name(), "detail", "", "over", false));
            model.look();
            boolean serious = Alarms.isSerious(kind.name());
            assertEquals(
                    serious ? DeskState.NOT_RECORDING : DeskState.ATTENTION,
                    model.state().get(),
                    kind.name());
            assertTrue(
                    speaker.played().contains(serious ? Tone.SIREN : Tone.ATTENTION), kind.name());
            assertFalse(Alarms.key(kind.name()).endsWith("OTHER"), kind + " has its own sentence");
        }
    }

    @Test
    void troubleWithOneOfTwoCamerasIsNotTakenForTheLossOfTheParcel() {
        desk.hasTwoCameras();
        model.arm();
        scan("SF1234567890123");
        desk.alarm("LABEL.CAMERA_LOST");
        nanos += 1_000_000_000L;
        model.look();
        assertEquals(DeskState.ONE_CAMERA, model.state().get());
        assertTrue(speaker.played().contains(Tone.SIREN));
        desk.alarm("LABEL.CAMERA_LOST", "OVERVIEW.FRAMES_FROZEN");
        nanos += 1_000_000_000L;
        model.look();
        assertEquals(DeskState.NOT_RECORDING, model.state().get());
    }

    @Test
    void aForgottenTakeTicks() {
        model.arm();
        scan("SF1234567890123");
        desk.closesIn(Duration.ofSeconds(8));
        nanos += 1_000_000_000L;
        model.look();
        nanos += 1_000_000_000L;
        model.look();
        assertEquals(DeskState.CLOSING, model.state().get());
        assertTrue(speaker.played().contains(Tone.TICK));
    }

    private static final Set<RecorderAlarm.Kind> GOOD_NEWS =
            Set.of(
                    RecorderAlarm.Kind.CAMERA_BACK,
                    RecorderAlarm.Kind.RATE_USUAL,
                    RecorderAlarm.Kind.FRAMES_MOVING,
                    RecorderAlarm.Kind.LENS_CLEAR,
                    RecorderAlarm.Kind.BYTES_AGAIN,
                    RecorderAlarm.Kind.LOAD_RESTORED);
}
