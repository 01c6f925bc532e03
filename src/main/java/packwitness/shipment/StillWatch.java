package packwitness.shipment;

import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Notices a take that was forgotten: nothing moves on the table. It is announced, and closed when
 * the warning has run out; movement or any scan calls it off. Used by the desk's watch thread,
 * asked by any.
 */
final class StillWatch {
    static final String ANNOUNCED = "CLOSING_SOON";
    static final String CALLED_OFF = "CLOSING_CALLED_OFF";
    static final String REASON = "stillness";

    private final DeskParts parts;
    private volatile long lastScan = System.nanoTime();
    private volatile Optional<Duration> closesIn = Optional.empty();
    private Optional<TakeId> announced = Optional.empty();

    StillWatch(DeskParts parts) {
        this.parts = parts;
    }

    /** Notes that somebody scanned something. */
    void scanned() {
        lastScan = System.nanoTime();
        closesIn = Optional.empty();
    }

    Optional<Duration> closesIn() {
        return closesIn;
    }

    /**
     * Looks at how long nothing has moved before any camera, and how long the table has been empty;
     * returns the take that is to be closed now, its idle end marked already.
     */
    Optional<RunningTake> look(Duration stillPictures, Duration emptyTable) {
        DeskSettings rules = parts.settings();
        Optional<RunningTake> running = parts.running();
        if (rules.still().isZero() || running.isEmpty()) return none(running);
        RunningTake take = running.get();
        Duration still = since(take, stillPictures);
        Duration empty = since(take, emptyTable);
        Duration left = least(rules.still().minus(still), rules.empty().minus(empty));
        if (left.compareTo(rules.warning()) > 0) return none(running);
        if (!announced.equals(Optional.of(take.take()))) {
            announced = Optional.of(take.take());
            tell(take, ANNOUNCED, left);
        }
        if (left.isPositive()) {
            closesIn = Optional.of(left);
            return Optional.empty();
        }
        closesIn = Optional.empty();
        announced = Optional.empty();
        boolean forStillness = still.compareTo(rules.still()) >= 0;
        trim(take, forStillness ? still : empty);
        return running;
    }

    /** Before the scan nothing of it was forgotten. */
    private Duration since(RunningTake take, Duration quiet) {
        Duration scanned = Duration.ofNanos(System.nanoTime() - lastScan);
        Duration begun = Duration.ofNanos(System.nanoTime() - take.sinceNanos());
        return least(quiet, least(scanned, begun));
    }

    /** Marks the idle end of the take; its bytes stay. */
    private void trim(RunningTake take, Duration idle) {
        Instant to = parts.clock().instant();
        try {
            for (TakeId original : take.takes())
                parts.desk().trim(parts.station(), original, to.minus(idle), to, REASON);
        } catch (Failure e) {
            PackingDesk.note(e);
        }
    }

    private Optional<RunningTake> none(Optional<RunningTake> running) {
        closesIn = Optional.empty();
        if (announced.isPresent()) {
            Optional<TakeId> told = announced;
            announced = Optional.empty();
            // A take that was closed by a scan needs no word about it.
            running.filter(now -> now.takes().contains(told.get()))
                    .ifPresent(now -> tell(now, CALLED_OFF, Duration.ZERO));
        }
        return Optional.empty();
    }

    private void tell(RunningTake take, String kind, Duration left) {
        try {
            parts.desk()
                    .event(
                            parts.station(),
                            Optional.of(take.take()),
                            kind,
                            left.isZero() ? "" : left.toSeconds() + " s");
        } catch (Failure e) {
            PackingDesk.note(e);
        }
        parts.voice()
                .tell(
                        "closing",
                        Map.of(
                                "take", take.take().value(),
                                "closing", kind,
                                "in_ms", left.toMillis()));
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
