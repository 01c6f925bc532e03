package packwitness.bench;

import packwitness.capture.Cameras;
import packwitness.capture.LabelCode;
import packwitness.recording.Original;
import packwitness.recording.Recorder;
import packwitness.recording.RecorderAlarm;
import packwitness.recording.RecorderEvents;
import packwitness.recording.RecorderSettings;
import packwitness.recording.Segment;
import packwitness.recording.TakeFile;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A recorder of ours at work for a benchmark, and what it told. */
final class Trial implements RecorderEvents, AutoCloseable {
    final List<Original> originals = new CopyOnWriteArrayList<>();
    final List<Failure> damages = new CopyOnWriteArrayList<>();
    final List<RecorderAlarm> alarms = new CopyOnWriteArrayList<>();
    final AtomicLong segments = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Path folder;
    private Optional<Recorder> recorder = Optional.empty();

    Trial(Path folder) {
        this.folder = folder;
    }

    /** Arms a camera. */
    Trial arm(BenchRun run, String uri, RecorderSettings settings) throws Failure {
        recorder =
                Optional.of(
                        Recorder.arm(Cameras.open(uri, run.clock()), settings, this, run.clock()));
        return this;
    }

    Recorder recorder() {
        return recorder.orElseThrow();
    }

    Path file(long take) {
        return folder.resolve("take-" + take + ".mp4");
    }

    /** Begins a take at the next frame. */
    void begin(long take) {
        recorder()
                .begin(
                        new TakeFile(
                                new TakeId(take),
                                folder.resolve("take-" + take + ".part"),
                                file(take)),
                        "SF1234567890123",
                        recorder().status().newestArrivalNanos());
    }

    /** Waits until the source has come to its end. */
    void untilEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the processor time of this process so far, user and system, in seconds. */
    static double seconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()
                / 1e9;
    }

    /**
     * Records a source from its first frame to its last and returns the processor time this process
     * took.
     */
    static double record(
            BenchRun run, Path folder, String uri, RecorderSettings settings, long take)
            throws Failure {
        double before = seconds();
        Trial trial = new Trial(folder);
        try (trial) {
            trial.arm(run, uri, settings);
            trial.begin(take);
            trial.untilEnd();
        }
        if (trial.originals.size() != 1) throw run.needs("a whole recording");
        return seconds() - before;
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // A folder for temporary files is cleaned by the system too.
        }
    }

    @Override
    public void segment(TakeId take, Segment segment) {
        segments.incrementAndGet();
    }

    @Override
    public void sealed(TakeId take, Original original) {
        originals.add(original);
    }

    @Override
    public void damaged(TakeId take, Failure why, Optional<Original> original) {
        damages.add(why);
    }

    @Override
    public void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame) {}

    @Override
    public void alarm(RecorderAlarm alarm) {
        alarms.add(alarm);
        if (alarm.kind() == RecorderAlarm.Kind.SOURCE_ENDED) ended.countDown();
    }

    @Override
    public void close() {
        recorder.ifPresent(Recorder::close);
    }
}
