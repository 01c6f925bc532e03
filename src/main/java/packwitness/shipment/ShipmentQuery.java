package packwitness.shipment;

import java.time.Instant;

/**
 * What is asked of the index.
 *
 * @param text as {@link ShipmentIndex#find(String, int)} takes it
 * @param from parcels scanned last at this time or later
 * @param to and before this time
 * @param unbound only parcels without waybill
 */
public record ShipmentQuery(String text, Instant from, Instant to, boolean unbound, int limit) {
    /** Returns the query for a text alone. */
    public static ShipmentQuery of(String text, int limit) {
        return new ShipmentQuery(
                text, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE), false, limit);
    }
}
