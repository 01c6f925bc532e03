package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.FrameReader;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class LoadTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @TempDir Path folder;

    private static Load load() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new Load(new Watch(new Heard(), new WallTime(clock), new ClockCheck(clock), true));
    }

    private static long seconds(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void overloadIsAnsweredStepByStepAndTakenBackWhenItIsCalm() {
        Load load = load();
        for (int i = 0; i < 4; i++) {
            load.seen(0.6, false, seconds(2 * i));
            assertEquals(LoadStep.values()[i + 1], load.step());
            load.seen(0.9, true, seconds(2 * i + 0.5));
            assertEquals(LoadStep.values()[i + 1], load.step(), "one step a second");
        }
        load.seen(1, true, seconds(20));
        assertEquals(LoadStep.HALF_RATE, load.step());
        load.seen(0, false, seconds(29));
        assertEquals(LoadStep.HALF_RATE, load.step());
        for (int i = 1; i <= 4; i++) load.seen(0, false, seconds(30 + 10 * i));
        assertEquals(LoadStep.FULL, load.step());
    }

    @Test
    void whatIsGivenUpAgainAtOnceIsRestoredLater() {
        Load load = load();
        load.seen(1, true, seconds(0));
        load.seen(0, false, seconds(10));
        assertEquals(LoadStep.FULL, load.step());
        load.seen(1, true, seconds(12));
        load.seen(0, false, seconds(23));
        assertEquals(LoadStep.PREVIEW, load.step(), "ten seconds are not enough any more");
        load.seen(0, false, seconds(33));
        assertEquals(LoadStep.FULL, load.step());
    }

    @Test
    void takeKnowsTheStateItBeganWithAndEachChange() {
        Load load = load();
        load.seen(1, true, seconds(1));
        load.seen(1, true, seconds(3));
        load.seen(1, true, seconds(5));
        List<LoadChange> told = load.between(seconds(4), seconds(6));
        assertEquals(
                List.of(LoadStep.LABELS, LoadStep.PRESET),
                told.stream().map(LoadChange::to).toList());
        assertEquals(List.of(), load.between(seconds(0), seconds(0.5)));
    }

    @Test
    void framesAddUpInEveryFileUnderRandomOverloadAndSwitches() throws Exception {
        Random random = new Random(20261123);
        AtomicInteger wait = new AtomicInteger();
        BentCamera uneven =
                new BentCamera(
                        "demo:?size=320x180&fps=60",
                        picture -> {
                            pause(wait.get());
                            return picture;
                        });
        Station station = new Station(folder, uneven, Disk.real(), false);
        int takes = 9;
        try (station) {
            for (int take = 1; take <= takes; take++) {
                wait.set(take % 3 == 0 ? 0 : 20 + random.nextInt(45));
                station.begin(take);
                pause(400 + random.nextInt(900));
                if (random.nextInt(4) == 0) station.end();
            }
            // Long enough for the last steps.
            wait.set(55);
            Station.await(() -> station.recorder.load() == LoadStep.HALF_RATE);
            station.frames(20);
            wait.set(0);
        }
        assertEquals(List.of(), station.heard.damaged);
        assertEquals(takes, station.heard.sealed.size());
        long halved = 0;
        for (Original original : station.heard.sealed) {
            FrameCounts counts = original.counts();
            FrameNumbers.Count seen = FrameNumbers.count(original.file());
            assertEquals(counts.received(), counts.dropped() + counts.recorded());
            assertEquals(counts.received(), original.lastFrame() - original.firstFrame() + 1);
            assertEquals(counts.dropped(), seen.missing(), original.gaps().toString());
            assertEquals(counts.dropped(), original.gaps().stream().mapToLong(Gap::frames).sum());
            assertEquals(0, seen.doubled() + seen.outOfOrder() + seen.unreadable());
            assertEquals(original.firstFrame(), seen.first());
            assertEquals(original.lastFrame(), seen.last());
            halved +=
                    original.gaps().stream()
                            .filter(gap -> gap.cause() == Gap.Cause.RATE_HALVED)
                            .count();
        }
        assertTrue(halved > 0, "the last take ran at half the rate");
        List<LoadChange> load = station.heard.sealed.getLast().making().load();
        assertEquals(LoadStep.HALF_RATE, load.getLast().to());
        assertTrue(station.alarmed(RecorderAlarm.Kind.LOAD_REDUCED));
        TakeId last = new TakeId(takes);
        Recovered recovered =
                Recovery.examine(
                        station.heard.sealed.getLast().file(), station.heard.segments.get(last));
        assertEquals(Recovered.End.WHOLE, recovered.end());
    }

    @Test
    void lighterPresetBeginsWithATakeAndKeepsItsPreRoll() throws Exception {
        AtomicInteger wait = new AtomicInteger(50);
        BentCamera slow =
                new BentCamera(
                        "demo:?size=320x180&fps=60",
                        picture -> {
                            pause(wait.get());
                            return picture;
                        });
        Station station = new Station(folder, slow, Disk.real(), false);
        try (station) {
            station.begin(1);
            Station.await(() -> station.recorder.load().compareTo(LoadStep.PRESET) >= 0);
            assertEquals("superfast", station.recorder.environment().preset());
            station.begin(2);
            Station.await(() -> station.recorder.environment().preset().equals("ultrafast"));
            station.frames(30);
            wait.set(0);
        }
        Original second = station.heard.sealed.getLast();
        assertTrue(second.preRollFrames() > 0);
        FrameNumbers.Count count = FrameNumbers.count(second.file());
        assertEquals(0, count.unreadable(), "pictures of both encoders are decoded");
        assertEquals(second.counts().dropped(), count.missing());
        assertEquals(second.counts().recorded(), KeyFramesCount.of(second.file()));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts the pictures that a decoder makes of a file. */
    private static final class KeyFramesCount {
        static long of(Path file) throws Exception {
            long pictures = 0;
            try (FrameReader reader = FrameReader.open(file)) {
                while (reader.next().isPresent()) pictures++;
            }
            return pictures;
        }
    }

    @Test
    void stillnessIsToldInSpiteOfNoiseAndSlowLight() {
        Motion motion = new Motion();
        Random random = new Random(7);
        byte[] line = new byte[640];
        for (int frame = 0; frame < 100; frame++) {
            long at = seconds(frame / 5.0);
            motion.begin(at);
            for (int y = 8; y < 360; y += 16) {
                for (int x = 0; x < line.length; x++)
                    line[x] = (byte) (90 + frame / 4 + x / 16 + random.nextInt(25) - 12);
                motion.line(line, y, 360);
            }
            motion.end(at);
        }
        assertTrue(motion.stillFor().toSeconds() >= 19, motion.stillFor().toString());
        motion.begin(seconds(21));
        for (int y = 8; y < 360; y += 16) {
            // A hand comes in at the left.
            for (int x = 0; x < line.length; x++)
                line[x] = (byte) (115 + x / 16 + (x < 40 && y < 60 ? 60 : 0));
            motion.line(line, y, 360);
        }
        motion.end(seconds(21));
        assertEquals(Duration.ZERO, motion.stillFor());
    }

    @Test
    void emptyTableIsKnownAgainAfterAParcelHasGone() {
        Motion motion = new Motion();
        motion.learnEmpty();
        show(motion, 0, 0);
        show(motion, 1, 70);
        assertEquals(Duration.ZERO, motion.emptyFor());
        show(motion, 2, 0);
        show(motion, 5, 0);
        assertEquals(Duration.ofSeconds(3), motion.emptyFor());
    }

    private static void show(Motion motion, int second, int parcel) {
        byte[] line = new byte[640];
        motion.begin(seconds(second));
        for (int y = 8; y < 360; y += 16) {
            for (int x = 0; x < line.length; x++)
                line[x] = (byte) (80 + (x > 200 && x < 400 && y > 100 ? parcel : 0));
            motion.line(line, y, 360);
        }
        motion.end(seconds(second));
    }
}
