package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Camera;
import packwitness.capture.CaptureProblem;
import packwitness.capture.Picture;
import packwitness.capture.Shot;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

class TroubledCameraTest {
    private static final String LIVE = "demo:?size=640x360&fps=30";

    @TempDir Path folder;

    @Test
    void silentCameraLeavesNoOpenFragmentAndRaisesTheAlarm() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean silent = new AtomicBoolean();
        Camera stalls =
                new BentCamera(LIVE, picture -> picture) {
                    @Override
                    public Optional<Shot> next() throws Failure {
                        if (silent.get()) {
                            try {
                                closed.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return Optional.empty();
                        }
                        return super.next();
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                        super.close();
                    }
                };
        Station station = new Station(folder, stalls, Disk.real(), false);
        try (station) {
            station.begin(1);
            station.frames(40);
            silent.set(true);
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.FRAMES_STOPPED));
            Station.await(() ->
                    station.heard.segments.get(new TakeId(1)).stream()
                                    .mapToLong(Segment::frames)
                                    .sum()
                            >= 40);
            station.end();
            Station.await(() -> !station.heard.sealed.isEmpty());
        }
        assertTrue(FrameNumbers.count(station.sealed(1)).whole());
    }

    @Test
    void lostCameraComesBackIntoTheSameTakeAndTheGapIsTold() throws Exception {
        AtomicBoolean lose = new AtomicBoolean();
        Camera lost =
                new BentCamera(LIVE, picture -> picture) {
                    @Override
                    public Optional<Shot> next() throws Failure {
                        if (lose.getAndSet(false))
                            throw new Failure(CaptureProblem.CAMERA_LOST, "demo:", "unplugged");
                        return super.next();
                    }
                };
        Station station = new Station(folder, lost, Disk.real(), false);
        try (station) {
            station.begin(1);
            station.frames(20);
            lose.set(true);
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.CAMERA_BACK));
            station.frames(40);
        }
        assertTrue(station.alarmed(RecorderAlarm.Kind.CAMERA_LOST));
        Original original = station.heard.sealed.getFirst();
        assertTrue(FrameNumbers.count(original.file()).whole());
        assertEquals(Gap.Cause.SILENCE, original.gaps().getFirst().cause());
        assertEquals(0, original.gaps().getFirst().frames());
    }

    @Test
    void darkPictureThatNeverChangesIsTold() throws Exception {
        // A frame rate of one makes the seconds pass quickly.
        Camera dark =
                new BentCamera("demo:?size=640x360&fps=1&pace=fast", TroubledCameraTest::black);
        Station station = new Station(folder, dark, Disk.real(), false);
        try (station) {
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.LENS_DARK));
            assertTrue(station.alarmed(RecorderAlarm.Kind.FRAMES_FROZEN));
        }
    }

    private static Picture black(Picture picture) {
        AVFrame frame = picture.frame();
        byte[] row = new byte[frame.linesize(0)];
        java.util.Arrays.fill(row, (byte) 16);
        BytePointer luma = frame.data(0);
        for (int y = 0; y < frame.height(); y++)
            luma.position((long) y * row.length).put(row, 0, row.length);
        return picture;
    }

    @Test
    void slowComputerDropsFramesAndEveryOneIsAccountedFor() throws Exception {
        Camera slow =
                new BentCamera(
                        "demo:?size=640x360&fps=60",
                        picture -> {
                            try {
                                Thread.sleep(60);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return picture;
                        });
        Station station = new Station(folder, slow, Disk.real(), false);
        try (station) {
            station.begin(1);
            Station.await(() -> station.recorder.status().dropped() > 30);
            station.frames(30);
        }
        Original original = station.heard.sealed.getFirst();
        FrameNumbers.Count count = FrameNumbers.count(original.file());
        assertTrue(original.counts().dropped() > 0);
        assertEquals(original.counts().dropped(), count.missing());
        assertEquals(
                original.counts().dropped(), original.gaps().stream().mapToLong(Gap::frames).sum());
        assertTrue(
                original.gaps().stream().allMatch(gap -> gap.cause() == Gap.Cause.OVERLOAD),
                original.gaps().toString());
        assertEquals(0, count.doubled() + count.outOfOrder() + count.unreadable());
        assertTrue(station.alarmed(RecorderAlarm.Kind.FRAMES_DROPPED));
    }
}
