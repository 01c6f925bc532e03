package packwitness.shipment;

import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     * Looks at how long nothing has moved before any camera; returns the take that is to be closed
     * now.
     */
    Optional<RunningTake> look(Duration stillPictures) {
        Duration limit = parts.settings().still();
        Optional<RunningTake> running = parts.running();
        if (limit.isZero() || running.isEmpty()) return none(running);
        RunningTake take = running.get();
        Duration scanned = Duration.ofNanos(System.nanoTime() - lastScan);
        Duration begun = Duration.ofNanos(System.nanoTime() - take.sinceNanos());
        Duration still = least(least(stillPictures, scanned), begun);
        Duration left = limit.minus(still);
        if (left.compareTo(parts.settings().warning()) > 0) return none(running);
        if (!announced.equals(Optional.of(take.take()))) {
            announced = Optional.of(take.take());
            tell(take, ANNOUNCED, left);
        }
        if (!left.isZero() && !left.isNegative()) {
            closesIn = Optional.of(left);
            return Optional.empty();
        }
        closesIn = Optional.empty();
        announced = Optional.empty();
        return running;
    }

    /** Marks the stillness at the end of the take; its bytes stay. */
    void trim(RunningTake take, Duration still) {
        Instant to = parts.clock().instant();
        try {
            for (TakeId original : take.takes())
                parts.desk().trim(parts.station(), original, to.minus(still), to, REASON);
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

    static Duration least(List<Duration> all) {
        return all.stream().reduce(StillWatch::least).orElse(Duration.ZERO);
    }
}
