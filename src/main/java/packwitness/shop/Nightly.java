package packwitness.shop;

import packwitness.keep.Doer;
import packwitness.keep.KeepProblem;
import packwitness.keep.Retention;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionResult;
import packwitness.value.Failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lets things go by the owner's rules once a day while nobody packs: at night, or at the first
 * quiet moment where the program was not on at night. Somebody calls {@link #look} now and then;
 * safe for any thread, one run at a time.
 */
public final class Nightly implements AutoCloseable {
    static final String DOOR = "night";
    private static final Doer DOER = new Doer(DOOR, "");
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration NEXT_NIGHT = Duration.ofHours(18);
    private static final Duration MISSED = Duration.ofHours(30);
    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final LocalTime UNTIL = LocalTime.of(6, 0);

    private final Retention retention;
    private final BooleanSupplier packing;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Instant openedAt;
    private long quietSince;
    private volatile boolean closed;

    Nightly(Retention retention, BooleanSupplier packing, Clock clock, LongSupplier nanos) {
        this.retention = retention;
        this.packing = packing;
        this.clock = clock;
        this.nanos = nanos;
        this.openedAt = clock.instant();
        this.quietSince = nanos.getAsLong();
    }

    /** Returns what was done where it was time to do it; ends after its step when a scan comes. */
    public synchronized Optional<RetentionResult> look() throws Failure {
        if (closed) return Optional.empty();
        long now = nanos.getAsLong();
        if (packing.getAsBoolean()) {
            quietSince = now;
            return Optional.empty();
        }
        if (now - quietSince < QUIET.toNanos()) return Optional.empty();
        if (!retention.rules().nightly() || !due()) return Optional.empty();
        try {
            return Optional.of(run());
        } catch (Failure e) {
            // A backup or another window is at it; the next look asks again.
            if (e.problem() == KeepProblem.BUSY) return Optional.empty();
            throw e;
        }
    }

    private boolean due() throws Failure {
        Instant now = clock.instant();
        Instant last = retention.lastWhole(DOOR).orElse(openedAt.minus(NEXT_NIGHT));
        Duration since = Duration.between(last, now);
        // A clock that was set back must not put the rules to sleep for years.
        if (since.isNegative()) return true;
        LocalTime hour = LocalTime.ofInstant(now, clock.getZone());
        boolean night = !hour.isBefore(FROM) && hour.isBefore(UNTIL);
        return since.compareTo(night ? NEXT_NIGHT : MISSED) >= 0;
    }

    /** A plan holds a portion; the next one goes on as long as it brings something. */
    private RetentionResult run() throws Failure {
        RetentionResult all = RetentionResult.nothing();
        boolean more;
        do {
            RetentionPlan plan = retention.plan();
            RetentionResult now =
                    retention.run(plan, DOER, (done, steps) -> !closed && !packing.getAsBoolean());
            all = all.plus(now);
            more = plan.more() && !now.isNothing() && !now.cancelled();
        } while (more);
        return all;
    }

    /** Ends a run after its step and returns when it has ended. */
    @Override
    public void close() {
        closed = true;
        waitForStep();
    }

    private synchronized void waitForStep() {
        quietSince = nanos.getAsLong();
    }
}
