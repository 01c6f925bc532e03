package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import packwitness.capture.Camera;
import packwitness.capture.Cameras;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An armed recorder with everything it told, for tests. */
final class Station implements AutoCloseable {
    static final String FAST = "demo:?size=320x180&pace=fast";

    final Heard heard = new Heard();
    final Recorder recorder;
    private final Path folder;

    Station(Path folder, String uri) throws Failure {
        this(folder, Cameras.open(uri, Clock.systemUTC()), Disk.real(), false);
    }

    Station(Path folder, Camera camera, Disk disk, boolean labels) throws Failure {
        this.folder = folder;
        RecorderSettings settings =
                new RecorderSettings(
                        "一号打包台",
                        ZoneId.of("Asia/Shanghai"),
                        Duration.ofSeconds(3),
                        labels,
                        RecorderSettings.X264);
        recorder = Recorder.arm(camera, settings, heard, Clock.systemUTC(), disk);
    }

    Path sealed(long take) {
        return folder.resolve(take + ".mp4");
    }

    /** Begins a take with the frame after the newest one. */
    void begin(long take) {
        recorder.begin(
                new TakeFile(new TakeId(take), folder.resolve(take + ".mp4.part"), sealed(take)),
                "运单 SF123456789012" + take,
                recorder.status().newestArrivalNanos());
    }

    void end() {
        recorder.end(recorder.status().newestArrivalNanos());
    }

    /** Waits until so many more frames are in the ring. */
    void frames(long more) {
        long goal = recorder.status().newestFrame() + more;
        await(() -> recorder.status().newestFrame() >= goal);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    boolean alarmed(RecorderAlarm.Kind kind) {
        return heard.alarms.stream().anyMatch(alarm -> alarm.kind() == kind);
    }

    /** Records one take of about so many frames and returns it sealed. */
    static Station recorded(Path folder, long take, long frames) throws Failure {
        Station station = new Station(folder, FAST);
        try (station) {
            station.frames(100);
            station.begin(take);
            station.frames(frames);
        }
        return station;
    }

    @Override
    public void close() {
        recorder.close();
    }
}
