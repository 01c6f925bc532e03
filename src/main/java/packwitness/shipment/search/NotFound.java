package packwitness.shipment.search;

import java.time.Instant;
import java.util.Optional;

/**
 * One reason why nothing was found.
 *
 * @param subject the number that was asked for, or the station
 * @param at when what the kind says happened, where that is known
 * @param other the platform of the order, or the waybill of the parcel
 */
public record NotFound(Kind kind, String subject, Optional<Instant> at, Optional<String> other) {
    /** What is known of it. */
    public enum Kind {
        /** Neither recorded nor in any imported file. */
        UNKNOWN,
        /** An imported file has it, a recording there is not; {@code at} is when it was ordered. */
        NEVER_RECORDED,
        /** It was read in the picture of another parcel, under whose waybill it was recorded. */
        OTHER_CODE,
        /** Its recording went by the rules of keeping; {@code at} is when. */
        EXPIRED,
        /** The station has recorded nothing since. */
        SILENT_STATION
    }
}
