package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Camera;
import packwitness.capture.Cameras;
import packwitness.storage.EvidenceFolder;
import packwitness.value.TakeId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class CopyTest {
    @TempDir Path folder;

    /** Returns a file of the demo scene whose frames are numbered. */
    private Path source(long frames) throws Exception {
        Path made = Files.createDirectories(folder.resolve("source"));
        return Station.recorded(made, 1, frames).heard.sealed.getFirst().file();
    }

    private Station station(Path source, String options) throws Exception {
        Camera camera = Cameras.open("file:" + source + options, Clock.systemUTC());
        return new Station(folder, camera, Disk.real(), false);
    }

    @Test
    void packetsOfTheCameraAreTheOriginal() throws Exception {
        Path source = source(200);
        Station station = station(source, "?pace=fast");
        try (station) {
            assertTrue(station.recorder.environment().copied());
            station.begin(2);
            Station.await(() -> station.recorder.status().ended());
        }
        assertEquals(List.of(), station.heard.damaged);
        Original original = station.heard.sealed.getFirst();
        assertTrue(original.making().copied());
        assertEquals(0, original.firstFrame());
        assertEquals(StreamHash.of(source), original.streamHash());
        assertEquals(StreamHash.of(original.file()), original.streamHash());
        assertEquals(EvidenceFolder.hash(original.file()), original.sha256());
        List<Segment> links = station.heard.segments.get(new TakeId(2));
        Recovered recovered = Recovery.examine(original.file(), links);
        assertEquals(Recovered.End.WHOLE, recovered.end());
        assertEquals(original.counts().recorded(), recovered.frames());
        assertEquals(original.counts().recorded(), recovered.framesReadable());
        Path copy = folder.resolve("copy.mp4");
        PlayCopy.make(original.file(), copy);
        assertEquals(original.streamHash(), StreamHash.of(copy));
        assertEquals(
                KeyFrames.cut(source, Duration.ofSeconds(2)).pixels(),
                KeyFrames.cut(original.file(), Duration.ofSeconds(2)).pixels());
    }

    @Test
    void noFrameIsMissingBetweenCopiedTakesThoughNoKeyFrameCanBeAskedFor() throws Exception {
        Path source = source(500);
        Station station = station(source, "?pace=fast");
        try (station) {
            station.frames(130);
            for (int take = 2; take <= 3; take++) {
                station.begin(take);
                station.frames(107);
            }
            station.end();
        }
        Original first = station.heard.sealed.getFirst();
        Original second = station.heard.sealed.getLast();
        assertEquals(first.lastFrame() + 1, second.firstOwnFrame());
        assertTrue(second.preRollFrames() >= 90, "pre-roll of three seconds");
        for (Original original : station.heard.sealed) {
            FrameNumbers.Count count = FrameNumbers.count(original.file());
            assertTrue(count.whole(), count.toString());
            assertEquals(original.counts().recorded(), count.last() - count.first() + 1);
        }
    }

    @Test
    void textStandsBesideThePictureInTheFileItself() throws Exception {
        Station station = station(source(400), "?pace=fast");
        try (station) {
            station.frames(120);
            station.recorder.remark("校验码 AB12");
            station.begin(2);
            station.frames(100);
        }
        Original original = station.heard.sealed.getFirst();
        List<SideText.Note> notes = SideText.read(original.file());
        assertEquals(original.making().textNotes(), notes.size());
        assertTrue(notes.size() >= 3, "one a fragment");
        assertEquals(original.firstFrame(), notes.getFirst().frame());
        assertEquals(0, notes.getFirst().ticks());
        assertEquals("", notes.getFirst().caption());
        assertEquals("一号打包台", notes.getFirst().station());
        SideText.Note own =
                notes.stream().filter(n -> !n.caption().isEmpty()).findFirst().orElseThrow();
        assertEquals("运单 SF1234567890122", own.caption());
        assertEquals("校验码 AB12", own.remark());
        assertEquals(original.firstOwnFrame(), own.frame());
    }

    @Test
    void burnInIsAnOption() throws Exception {
        Path source = source(150);
        Camera camera = Cameras.open("file:" + source + "?pace=fast", Clock.systemUTC());
        Heard heard = new Heard();
        RecorderSettings settings =
                RecorderSettings.of("", java.time.ZoneId.of("UTC"))
                        .withLooking(false, true)
                        .withBurnIn(true);
        try (Recorder recorder = Recorder.arm(camera, settings, heard, Clock.systemUTC())) {
            assertFalse(recorder.environment().copied());
            recorder.begin(
                    new TakeFile(new TakeId(2), folder.resolve("2.part"), folder.resolve("2.mp4")),
                    "",
                    System.nanoTime() - 1_000_000_000L);
            Station.await(() -> recorder.status().ended());
        }
        Original original = heard.sealed.getFirst();
        assertFalse(original.making().copied());
        assertEquals(List.of(), SideText.read(original.file()));
        assertFalse(StreamHash.of(source).equals(original.streamHash()));
    }

    @Test
    void cameraWithFewKeyFramesStillReachesTheDiskEverySecond() throws Exception {
        // Re-timed to a third of its rate, one key frame a second becomes one in three.
        Path source = source(330);
        Camera slow =
                new SlowedCamera(Cameras.open("file:" + source + "?pace=fast", Clock.systemUTC()));
        Station station = new Station(folder, slow, Disk.real(), false);
        try (station) {
            station.begin(2);
            Station.await(() -> station.recorder.status().ended());
        }
        List<Segment> links = station.heard.segments.get(new TakeId(2));
        Original original = station.heard.sealed.getFirst();
        for (int i = 2; i < links.size(); i++) {
            Duration apart =
                    Duration.between(links.get(i - 1).lastFrameAt(), links.get(i).lastFrameAt());
            assertTrue(apart.toMillis() <= 1300, "a fragment of " + apart);
        }
        assertEquals(StreamHash.of(original.file()), original.streamHash());
        FrameNumbers.Count count = FrameNumbers.count(original.file());
        assertTrue(count.whole(), count.toString());
    }
}
