package packwitness.shipment;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened while a take ran: an alarm, a mark, a stretch that may be skipped when
 * the film is watched. The bytes of the original are never touched by it.
 *
 * @param kind such as MARK, DAMAGE, TRIM, CAMERA_LOST
 * @param detail technical
 * @param from beginning of the stretch it speaks of
 * @param to end of that stretch
 */
public record TakeEvent(
        String kind, String detail, Instant at, Optional<Instant> from, Optional<Instant> to) {
    /** A stretch in which nothing moves; players may skip it. */
    public static final String TRIM = "TRIM";
}
