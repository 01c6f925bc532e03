package packwitness.bench.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A wall clock that somebody sets; safe for any thread. */
final class SetClock extends Clock {
    private final Clock real;
    private final AtomicReference<Duration> offset;

    SetClock(Clock real) {
        this(real, new AtomicReference<>(Duration.ZERO));
    }

    private SetClock(Clock real, AtomicReference<Duration> offset) {
        this.real = real;
        this.offset = offset;
    }

    void set(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SetClock(real.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }
}
