package packwitness.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notices a wall clock that was set, forward or back, or that stands still, against the monotonic
 * one; watch thread only. It keeps a pair of its own, which nobody renews for it, so that no take
 * that begins can hide a jump.
 */
final class ClockCheck {
    private static final long JUMP_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);
    private static final long DRIFT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Clock clock;
    private long nanos;
    private Instant at;
    private long driftNanos;
    private long toldNanos = Long.MIN_VALUE / 2;

    ClockCheck(Clock clock) {
        this.clock = clock;
        nanos = System.nanoTime();
        at = clock.instant();
    }

    /** Returns how far the clock was set since the last look, where it was, once a minute. */
    Optional<Duration> look() {
        long before = System.nanoTime();
        Instant now = clock.instant();
        long after = System.nanoTime();
        // A thread that was held up between the two readings knows nothing.
        if (after - before > APART_NANOS) return Optional.empty();
        long step = Duration.between(at, now).toNanos() - (before - nanos);
        nanos = before;
        at = now;
        driftNanos += step;
        boolean jumped = Math.abs(step) > JUMP_NANOS;
        if (!jumped && Math.abs(driftNanos) <= DRIFT_NANOS) return Optional.empty();
        Duration told = Duration.ofNanos(driftNanos);
        driftNanos = 0;
        // A clock that is set twice in a minute is told twice; one that creeps is not.
        if (!jumped && before - toldNanos < AGAIN_NANOS) return Optional.empty();
        toldNanos = before;
        return Optional.of(told);
    }
}
