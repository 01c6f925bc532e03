package packwitness.shipment;

import java.time.Instant;

/** A code of an order or of goods that was scanned for a parcel. */
public record ParcelCode(Kind kind, String code, Instant at) {
    /** What the code names. */
    public enum Kind {
        ORDER,
        PRODUCT
    }
}
