package packwitness.recording;

import java.time.Clock;
import java.time.Instant;

/**
 * Tells the wall-clock time of monotonic stamps; safe for any thread. The pair it goes by is
 * renewed at the beginning of a take and after a jump, so that times inside a take stay comparable.
 */
final class WallTime {
    private record Pair(long nanos, Instant at) {}

    private final Clock clock;
    private volatile Pair pair;

    WallTime(Clock clock) {
        this.clock = clock;
        pair = now();
    }

    private Pair now() {
        return new Pair(System.nanoTime(), clock.instant());
    }

    Instant at(long nanos) {
        Pair known = pair;
        return known.at.plusNanos(nanos - known.nanos);
    }

    void renew() {
        pair = now();
    }
}
