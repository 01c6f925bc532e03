package packwitness.recording;

import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The only place that knows which take runs: numbered frames go into the ring and to the open take;
 * at a switch the old take ends before the frame and the new one begins with it. One thread; waits
 * for a disk only where the source waits too.
 */
final class Splitter implements Runnable {
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final class Running {
        final TakeWriter writer;
        boolean begun;

        Running(TakeWriter writer, boolean begun) {
            this.writer = writer;
            this.begun = begun;
        }
    }

    /** What the recorder may ask at any time. */
    record View(Optional<TakeId> running, long newest, long newestNanos, Duration preRoll) {}

    private final BlockingQueue<Passage> passages;
    private final TakeWriter.Ground ground;
    private final Watch watch;
    private final Duration preRoll;
    private final Ring ring;
    private final List<Thread> writers = new ArrayList<>();
    private final List<Order> waiting = new ArrayList<>();
    private @Nullable Running running;
    private @Nullable CodecParameters parameters;
    private volatile View view = new View(Optional.empty(), -1, 0, Duration.ZERO);

    Splitter(
            BlockingQueue<Passage> passages,
            TakeWriter.Ground ground,
            Watch watch,
            Duration preRoll) {
        this.passages = passages;
        this.ground = ground;
        this.watch = watch;
        this.preRoll = preRoll;
        ring = new Ring(preRoll);
    }

    View view() {
        return view;
    }

    @Override
    public void run() {
        try {
            while (true) {
                switch (passages.take()) {
                    case Coded coded -> frame(coded);
                    case Passage.Orders alone -> {
                        waiting.addAll(alone.orders());
                        carryOut();
                    }
                    case Passage.Done done -> {
                        end(done.trouble());
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void frame(Coded coded) throws InterruptedException {
        waiting.addAll(coded.orders());
        parameters = coded.parameters();
        ring.noteStream(coded);
        boolean begins = waiting.stream().anyMatch(Order.Begin.class::isInstance);
        // A file begins with a key frame: this one, or the first of the ring. Where there is none
        // the take before runs on until one comes.
        if (!waiting.isEmpty() && (coded.key() || !begins || ring.fit(coded))) carryOut();
        else if (!waiting.isEmpty() && running != null) running.writer.runsOn();
        Running now = running;
        // A file without pre-roll, behind a long silence, waits for its first key frame.
        if (now != null && coded.key()) now.begun = true;
        if (now != null && now.begun && !now.writer.offer(coded, false)) lose(now);
        ring.add(coded);
        view =
                new View(
                        Optional.ofNullable(running).map(r -> r.writer.file().take()),
                        coded.mark().number(),
                        coded.mark().arrivalNanos(),
                        ring.held());
    }

    /** The writer has failed by itself, or its disk is too slow to be followed any further. */
    private void lose(Running now) {
        running = null;
        watch.idle();
        boolean failed = now.writer.failed();
        now.writer.close(new Failure(RecordingProblem.DISK_TOO_SLOW, now.writer.file().part()));
        watch.alarm(
                failed ? RecorderAlarm.Kind.WRITE_FAILED : RecorderAlarm.Kind.WRITER_BEHIND,
                "take " + now.writer.file().take());
    }

    private void carryOut() throws InterruptedException {
        for (Order order : waiting) {
            endRunning();
            if (order instanceof Order.Begin begin) begin(begin);
            else watch.idle();
        }
        waiting.clear();
        view =
                new View(
                        Optional.ofNullable(running).map(r -> r.writer.file().take()),
                        view.newest,
                        view.newestNanos,
                        view.preRoll);
    }

    private void endRunning() {
        if (running != null) running.writer.close();
        running = null;
    }

    private void begin(Order.Begin begin) throws InterruptedException {
        long oldest = begin.atNanos() - preRoll.toNanos() - STALE_NANOS;
        List<Coded> early = ring.frames();
        boolean stale = !early.isEmpty() && early.getLast().mark().arrivalNanos() < oldest;
        if (stale) early = List.of();
        CodecParameters known = parameters;
        if (known == null) return;
        TakeWriter writer = new TakeWriter(begin.file(), ground, known, early.size());
        Thread thread =
                Thread.ofPlatform().name("packwitness-writer-" + begin.file().take()).start(writer);
        writers.removeIf(ended -> !ended.isAlive());
        writers.add(thread);
        running = new Running(writer, !early.isEmpty());
        for (Coded coded : early) writer.offer(coded, true);
    }

    private void end(Optional<Failure> trouble) throws InterruptedException {
        Running now = running;
        if (now != null && trouble.isPresent()) now.writer.close(trouble.get());
        else endRunning();
        running = null;
        for (Thread thread : writers) thread.join();
    }
}
