package packwitness.shipment.search;

import java.time.Instant;
import java.util.Optional;

/**
 * What a parcel must be beside fitting the text; what is empty or false asks for nothing.
 *
 * @param from parcels scanned last at this time or later
 * @param to and before this time
 * @param station where it was packed first
 * @param packer the name on the badge of one of its takes
 * @param platform of one of its orders
 * @param carrier as the order file names it
 * @param claim only parcels with a refund claim
 * @param hold only parcels on hold
 * @param incomplete only parcels with a recording that was interrupted, damaged or has gaps
 * @param unbound only parcels without waybill
 */
public record Filters(
        Instant from,
        Instant to,
        Optional<String> station,
        Optional<String> packer,
        Optional<String> platform,
        Optional<String> carrier,
        boolean claim,
        boolean hold,
        boolean incomplete,
        boolean unbound) {
    private static final Filters NONE =
            new Filters(
                    Instant.EPOCH,
                    Instant.ofEpochMilli(Long.MAX_VALUE),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    false);

    /** Returns the filters that let every parcel pass. */
    public static Filters none() {
        return NONE;
    }

    /** Returns these filters for parcels scanned last in this time. */
    public Filters between(Instant from, Instant to) {
        return new Filters(
                from, to, station, packer, platform, carrier, claim, hold, incomplete, unbound);
    }

    /** Returns these filters for parcels first packed at this station, or at any. */
    public Filters at(Optional<String> station) {
        return new Filters(
                from, to, station, packer, platform, carrier, claim, hold, incomplete, unbound);
    }

    /** Returns these filters for parcels that this person packed, or anybody. */
    public Filters packedBy(Optional<String> packer) {
        return new Filters(
                from, to, station, packer, platform, carrier, claim, hold, incomplete, unbound);
    }

    /** Returns these filters for parcels of this platform, or of any. */
    public Filters on(Optional<String> platform) {
        return new Filters(
                from, to, station, packer, platform, carrier, claim, hold, incomplete, unbound);
    }

    /** Returns these filters for parcels sent by this carrier, or by any. */
    public Filters sentBy(Optional<String> carrier) {
        return new Filters(
                from, to, station, packer, platform, carrier, claim, hold, incomplete, unbound);
    }

    /** Returns these filters with these states asked for. */
    public Filters only(boolean claim, boolean hold, boolean incomplete, boolean unbound) {
        return new Filters(
                from, to, station, packer, platform, carrier, claim, hold, incomplete, unbound);
    }

    boolean inTime(long at) {
        return at >= from.toEpochMilli() && at < to.toEpochMilli();
    }

    boolean anyTime() {
        return from.equals(NONE.from) && to.equals(NONE.to);
    }

    boolean narrow() {
        return claim || hold || incomplete || unbound;
    }

    boolean named() {
        return station.isPresent()
                || packer.isPresent()
                || platform.isPresent()
                || carrier.isPresent();
    }

    boolean letAllPass() {
        return equals(NONE);
    }
}
