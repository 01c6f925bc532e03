package planted.clock.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

final class AllowedClock {
    Object now(Clock clock) {
        return Instant.now(clock).plusNanos(System.nanoTime());
    }

    Object epoch() {
        return new Date(0);
    }
}
