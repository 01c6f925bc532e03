package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Camera;
import packwitness.capture.CameraFacts;
import packwitness.capture.Cameras;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class RecorderTest {
    @TempDir Path folder;

    @Test
    void takesBackToBackHoldEveryFrameOnceAndInOrder() throws Exception {
        Station station = new Station(folder, Station.FAST);
        try (station) {
            station.frames(120);
            for (int take = 1; take <= 3; take++) {
                station.begin(take);
                station.frames(130);
            }
            station.end();
            station.frames(40);
        }
        List<Original> originals = station.heard.sealed;
        assertEquals(List.of(), station.heard.damaged);
        assertEquals(3, originals.size());
        for (Original original : originals) {
            FrameNumbers.Count count = FrameNumbers.count(original.file());
            assertTrue(count.whole(), count.toString());
            assertEquals(original.firstFrame(), count.first());
            assertEquals(original.lastFrame(), count.last());
            assertEquals(original.counts().recorded(), count.last() - count.first() + 1);
            assertEquals(0, original.counts().dropped());
            assertTrue(original.preRollFrames() >= 90, "pre-roll of three seconds");
            assertEquals(List.of(), original.gaps());
        }
        for (int i = 1; i < 3; i++) {
            Original later = originals.get(i);
            assertEquals(
                    originals.get(i - 1).lastFrame() + 1,
                    later.firstOwnFrame(),
                    "no frame between two takes");
        }
    }

    @Test
    void sealedFileIsWhatItsRecordSays() throws Exception {
        Station station = Station.recorded(folder, 7, 150);
        Original original = station.heard.sealed.getFirst();
        List<Segment> links = station.heard.segments.get(new TakeId(7));
        assertEquals(Files.size(original.file()), original.bytes());
        assertEquals(EvidenceFolder.hash(original.file()), original.sha256());
        assertEquals(links.getLast().link(), original.chainHead());
        assertEquals(links.size(), original.segments());
        assertEquals(StreamHash.of(original.file()), original.streamHash());
        assertEquals(original.counts().recorded(), links.stream().mapToLong(Segment::frames).sum());
        assertEquals(original.lastFrameAt(), links.getLast().lastFrameAt());
        assertFalse(Files.exists(folder.resolve("7.mp4.part")));
        Sha256 head = Sha256.ZERO;
        long end = 0;
        for (Segment link : links) {
            assertEquals(end, link.offset());
            head = Chain.link(head, link.offset(), link.length(), link.bytes());
            assertEquals(head, link.link());
            end += link.length();
        }
        assertEquals(original.bytes(), end);
        assertEquals(
                links.stream().map(Segment::link).toList(),
                Recovery.links(original.file()).stream().map(Segment::link).toList());
    }

    @Test
    void labelInThePictureIsTold() throws Exception {
        Camera camera =
                Cameras.open(
                        "demo:?size=1280x720&fps=10&pace=fast&waybill=SF1234567890123",
                        Clock.systemUTC());
        Station station = new Station(folder, camera, Disk.real(), true);
        try (station) {
            station.begin(1);
            Station.await(() -> station.heard.codes.stream().anyMatch(c -> c.take().isPresent()));
        }
        for (Heard.Code code : station.heard.codes)
            assertEquals("SF1234567890123", code.code().text());
    }

    @Test
    void fullDiskEndsTheTakeAsDamagedAndKeepsWhatIsProven() throws Exception {
        Disk small = limited(60_000, "No space left on device");
        Camera camera = Cameras.open(Station.FAST, Clock.systemUTC());
        Station station = new Station(folder, camera, small, false);
        try (station) {
            station.frames(60);
            station.begin(1);
            Station.await(() -> !station.heard.damaged.isEmpty());
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.WRITE_FAILED));
            assertEquals(Optional.empty(), station.recorder.status().running());
        }
        Heard.Damage damage = station.heard.damaged.getFirst();
        assertEquals(RecordingProblem.DISK_FULL, damage.why().problem());
        // Bytes lie behind the last forced link, so only the links say what is proven.
        assertEquals(Optional.empty(), damage.original());
        var links = station.heard.segments.get(new TakeId(1));
        Recovered recovered = Recovery.examine(station.sealed(1), links);
        assertEquals(links.size(), recovered.provenSegments());
        assertTrue(recovered.frames() > 0);
        assertEquals(Recovered.End.TAIL, recovered.end());
    }

    private static Disk limited(long bytes, String message) {
        return part -> {
            Disk.Outlet real = Disk.real().create(part);
            return new Disk.Outlet() {
                private long left = bytes;

                @Override
                public void write(java.nio.ByteBuffer buffer) throws IOException {
                    int fits = (int) Math.min(left, buffer.remaining());
                    java.nio.ByteBuffer part = buffer.slice(buffer.position(), fits);
                    real.write(part);
                    buffer.position(buffer.position() + fits);
                    left -= fits;
                    if (buffer.hasRemaining()) throw new IOException(message);
                }

                @Override
                public void force() throws IOException {
                    real.force();
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        };
    }

    @Test
    void diskThatStandsStillEndsTheTakeAsDamaged() throws Exception {
        java.util.concurrent.CountDownLatch moving = new java.util.concurrent.CountDownLatch(1);
        Disk stuck =
                part -> {
                    Disk.Outlet real = Disk.real().create(part);
                    return new Disk.Outlet() {
                        @Override
                        public void write(java.nio.ByteBuffer buffer) throws IOException {
                            real.write(buffer);
                        }

                        @Override
                        public void force() throws IOException {
                            try {
                                moving.await();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                            real.force();
                        }

                        @Override
                        public void close() throws IOException {
                            real.close();
                        }
                    };
                };
        // A camera that sends more than it says fills ten seconds of room in one.
        Camera quick =
                new BentCamera("demo:?size=480x270&fps=60", picture -> picture) {
                    @Override
                    public CameraFacts facts() {
                        return new CameraFacts("demo:", "quick", "mjpeg", 480, 270, 2);
                    }
                };
        Station station = new Station(folder, quick, stuck, false);
        try (station) {
            station.frames(60);
            station.begin(1);
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.WRITER_BEHIND));
            moving.countDown();
            Station.await(() -> !station.heard.damaged.isEmpty());
        }
        Heard.Damage damage = station.heard.damaged.getFirst();
        assertEquals(RecordingProblem.DISK_TOO_SLOW, damage.why().problem());
        Original original = damage.original().orElseThrow();
        FrameNumbers.Count count = FrameNumbers.count(original.file());
        assertEquals(original.counts().dropped(), count.missing());
        assertEquals(0, count.doubled() + count.outOfOrder() + count.unreadable());
    }

    @Test
    void sealedNameThatIsTakenIsNotWrittenOver() throws Exception {
        Files.writeString(folder.resolve("1.mp4"), "older");
        Station station = Station.recorded(folder, 1, 40);
        assertEquals(
                RecordingProblem.FILE_EXISTS, station.heard.damaged.getFirst().why().problem());
        assertEquals("older", Files.readString(folder.resolve("1.mp4")));
        assertTrue(Files.exists(folder.resolve("1.mp4.part")));
    }

    @Test
    void sourceThatEndsIsToldAndItsTakeIsSealedWhole() throws Exception {
        Station station = new Station(folder, Station.FAST + "&count=400");
        try (station) {
            station.begin(1);
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.SOURCE_ENDED));
            assertTrue(station.recorder.status().ended());
            station.end();
            Station.await(() -> !station.heard.sealed.isEmpty());
        }
        Original original = station.heard.sealed.getFirst();
        assertEquals(399, original.lastFrame());
        assertTrue(FrameNumbers.count(original.file()).whole());
    }

    @Test
    void recordedFileIsACameraToo() throws Exception {
        Original first = Station.recorded(folder, 1, 150).heard.sealed.getFirst();
        Station station = new Station(folder, "file:" + first.file() + "?pace=fast");
        try (station) {
            station.begin(2);
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.SOURCE_ENDED));
            station.end();
            Station.await(() -> !station.heard.sealed.isEmpty());
        }
        Original second = station.heard.sealed.getFirst();
        FrameNumbers.Count count = FrameNumbers.count(second.file());
        assertTrue(count.whole(), count.toString());
        assertEquals(first.lastFrame(), count.last());
    }

    @Test
    void beginAfterCloseIsToldAsDamaged() throws Exception {
        Station station = new Station(folder, Station.FAST);
        station.close();
        station.begin(9);
        assertEquals(
                RecordingProblem.RECORDER_FAILED, station.heard.damaged.getFirst().why().problem());
    }

    @Test
    void unwritableFolderIsDamagedAndTheRecorderGoesOn() throws Exception {
        Station station = new Station(folder, Station.FAST);
        try (station) {
            station.recorder.begin(
                    new TakeFile(
                            new TakeId(1), folder.resolve("no/1.part"), folder.resolve("no/1.mp4")),
                    "",
                    station.recorder.status().newestArrivalNanos());
            Station.await(() -> !station.heard.damaged.isEmpty());
            station.begin(2);
            station.frames(60);
        }
        assertEquals(1, station.heard.sealed.size());
    }

    @Test
    void openh264RecordsWhereX264IsNotWished() throws Exception {
        RecorderSettings settings =
                new RecorderSettings(
                        "",
                        ZoneId.of("Asia/Shanghai"),
                        Duration.ofSeconds(3),
                        false,
                        RecorderSettings.OPENH264);
        Heard heard = new Heard();
        Camera camera = Cameras.open(Station.FAST, Clock.systemUTC());
        try (Recorder recorder =
                Recorder.arm(camera, settings, heard, Clock.systemUTC(), Disk.real())) {
            assertEquals(RecorderSettings.OPENH264, recorder.status().encoder());
            for (long take = 1; take <= 2; take++) {
                long from = recorder.status().newestFrame();
                recorder.begin(
                        new TakeFile(
                                new TakeId(take),
                                folder.resolve(take + ".part"),
                                folder.resolve(take + ".mp4")),
                        "",
                        recorder.status().newestArrivalNanos());
                Station.await(() -> recorder.status().newestFrame() > from + 100);
            }
        }
        assertEquals(2, heard.sealed.size());
        for (Original original : heard.sealed)
            assertTrue(FrameNumbers.count(original.file()).whole());
    }

    @Test
    void encoderThatDoesNotExistFallsBack() throws Exception {
        RecorderSettings settings =
                new RecorderSettings(
                        "", ZoneId.of("UTC"), Duration.ofSeconds(3), false, "h264_nowhere");
        Camera camera = Cameras.open(Station.FAST, Clock.systemUTC());
        try (Recorder recorder = Recorder.arm(camera, settings, new Heard(), Clock.systemUTC())) {
            assertEquals(RecorderSettings.X264, recorder.status().encoder());
        }
    }

    @Test
    void cameraWithoutAFrameIsNotArmed() throws Exception {
        Camera mute =
                new BentCamera(Station.FAST, picture -> picture) {
                    @Override
                    public Optional<packwitness.capture.Shot> next() throws Failure {
                        return Optional.empty();
                    }
                };
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                Recorder.arm(
                                        mute,
                                        RecorderSettings.of("", ZoneId.of("UTC")),
                                        new Heard(),
                                        Clock.systemUTC()));
        assertEquals(RecordingProblem.NO_FRAMES, failure.problem());
    }

    @Test
    void previewIsSmallAndCarriesItsNumber() throws Exception {
        Station station = new Station(folder, "demo:?size=1280x720&pace=fast");
        try (station) {
            Station.await(() -> station.recorder.latest().isPresent());
            var preview = station.recorder.latest().orElseThrow();
            assertEquals(960, preview.width());
            assertEquals(540, preview.height());
            assertEquals(960 * 540 * 4, preview.bgra().length);
            assertTrue(preview.number() >= 0);
        }
    }
}
