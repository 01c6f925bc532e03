package packwitness.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes forward when it is told to. */
final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
