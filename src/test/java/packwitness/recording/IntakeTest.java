package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Camera;
import packwitness.capture.Cameras;
import packwitness.capture.Shot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class IntakeTest {
    @TempDir Path folder;

    @Test
    void ofPicturesThatStandAloneTheOldestIsDropped() throws Exception {
        Drops drops = new Drops();
        Intake intake = new Intake(3, false, false, drops);
        try (Camera camera = Cameras.open(Station.FAST, Clock.systemUTC())) {
            for (int i = 0; i < 5; i++) intake.put(camera.next().orElseThrow());
        }
        assertEquals(List.of(2L, 3L, 4L), numbers(intake));
        assertEquals(2, drops.droppedCount());
        assertEquals(5, drops.receivedCount());
    }

    @Test
    void ofACodedStreamEverythingUpToTheNextKeyFrameIsDropped() throws Exception {
        Original original = Station.recorded(folder, 1, 90).heard.sealed.getFirst();
        Drops drops = new Drops();
        Intake intake = new Intake(10, false, true, drops);
        List<Long> keys = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        try (Camera camera =
                Cameras.open("file:" + original.file() + "?pace=fast", Clock.systemUTC())) {
            for (int i = 0; i < 70; i++) {
                Shot shot = camera.next().orElseThrow();
                if (shot.key()) keys.add(shot.number());
                intake.put(shot);
                if (i == 20) kept.addAll(numbers(intake));
            }
        }
        kept.addAll(numbers(intake));
        assertEquals(9, kept.get(9));
        assertTrue(keys.contains(kept.get(10)), "goes on with a key frame: " + kept);
        assertEquals(70, kept.size() + drops.droppedCount());
    }

    private static List<Long> numbers(Intake intake) throws InterruptedException {
        List<Long> numbers = new ArrayList<>();
        for (Optional<Shot> shot = intake.poll(1); shot.isPresent(); shot = intake.poll(1)) {
            numbers.add(shot.get().number());
            shot.get().close();
        }
        return numbers;
    }
}
