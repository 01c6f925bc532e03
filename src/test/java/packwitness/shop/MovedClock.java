package packwitness.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is put on. */
final class MovedClock extends Clock {
    private Instant now;
    private final ZoneId zone;

    MovedClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
