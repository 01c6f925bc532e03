package packwitness.shipment;

import packwitness.recording.RecorderStatus;
import packwitness.value.Failure;
import packwitness.value.TakeId;
import packwitness.value.Threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The thread of an armed station that looks for what does not happen by itself: bytes that do not
 * come to the disk, a disk that fills, a forgotten take, a camera that could not be opened.
 */
final class DeskWatch implements Runnable {
    private static final Duration RESTS = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 200;
    private static final long NO_BYTES_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long DISK_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MEND_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long OLD_NEWS_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Told once, true for a moment: they leave the sign after a minute, the row stays. */
    private static final List<String> PASSING =
            List.of("FRAMES_DROPPED", "CLOCK_JUMPED", "ENCODER_FALLBACK");

    private final DeskParts parts;
    private final ArmedStation station;
    private final DiskWatch disk;
    private final StillWatch still;
    private final Consumer<RunningTake> forgotten;
    private final Thread thread;
    private volatile boolean closing;
    private long nextDisk = System.nanoTime();
    private long nextMend = System.nanoTime() + MEND_NANOS;

    private boolean learned;

    DeskWatch(
            DeskParts parts,
            ArmedStation station,
            DiskWatch disk,
            StillWatch still,
            Consumer<RunningTake> forgotten) {
        this.parts = parts;
        this.station = station;
        this.disk = disk;
        this.still = still;
        this.forgotten = forgotten;
        thread = Thread.ofPlatform().name("packwitness-desk").daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        while (!closing) {
            try {
                look();
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The watch must outlive a mistake in one look.
                System.getLogger("packwitness.shipment").log(System.Logger.Level.ERROR, "watch", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    private void look() {
        parts.running().ifPresent(this::bytes);
        Duration stillness = least(Lane::stillFor);
        learn(stillness);
        Optional<RunningTake> left = still.look(stillness, least(Lane::emptyFor));
        if (left.isPresent() && !closing) forgotten.accept(left.get());
        long now = System.nanoTime();
        if (now - nextDisk >= 0) {
            nextDisk = now + DISK_NANOS;
            disk.look(station.rates());
            parts.board().expire(PASSING, OLD_NEWS_NANOS);
        }
        if (now - nextMend >= 0) {
            nextMend = now + MEND_NANOS;
            mend();
        }
    }

    /** A table that rests before the first scan is empty: nobody has put anything on it yet. */
    private void learn(Duration stillness) {
        if (learned) return;
        if (parts.running().isPresent()) learned = true;
        else if (stillness.compareTo(RESTS) >= 0) {
            for (Lane lane : station.lanes()) lane.recorder().learnEmptyTable();
            learned = true;
        }
    }

    private Duration least(Function<Lane, Duration> value) {
        return station.lanes().stream()
                .map(value)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** A take that runs must grow on the disk, or the screen must not say that it records. */
    private void bytes(RunningTake running) {
        for (Lane lane : station.lanes()) {
            RecorderStatus status = lane.recorder().status();
            // Of a camera that is silent the recorder tells itself.
            if (status.ended() || !status.cameraThere()) continue;
            Optional<TakeId> take = running.takeOf(lane.view());
            boolean stuck =
                    take.flatMap(parts.open()::of)
                            .map(p -> p.sinceGrown(take.orElseThrow()) > NO_BYTES_NANOS)
                            .orElse(false);
            if (stuck)
                parts.board().raiseOnce(Optional.of(lane.view()), TakeEvents.NO_BYTES, "3 s", take);
        }
    }

    private void mend() {
        for (View view : station.broken()) {
            if (closing) return;
            try {
                station.mend(view);
            } catch (Failure stillBroken) {
                System.getLogger("packwitness.shipment")
                        .log(System.Logger.Level.DEBUG, "not mended", stillBroken);
            }
        }
    }

    /** Ends the watch; must not be called by who holds what the forgotten take needs. */
    void close() {
        closing = true;
        Threads.join(thread);
    }
}
