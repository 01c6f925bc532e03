package packwitness.keep;

import packwitness.shipment.search.Held;
import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.sql.SQLException;

/** Asks inside the deed's own transaction whether a parcel is on hold. */
final class Holds {
    private Holds() {}

    /** Returns whether the parcel of the take is on hold now; one that is unknown is. */
    static boolean held(Transaction tx, TakeId take) throws SQLException {
        return tx.first(
                        "SELECT "
                                + Held.NOW
                                + " AS held FROM take t JOIN shipment s ON s.id = t.shipment_id"
                                + " WHERE t.id = ?",
                        row -> row.flag("held"),
                        take.value())
                .orElse(true);
    }

    /** Returns whether the parcel is on hold now; one that is unknown is not. */
    static boolean held(Transaction tx, ShipmentId parcel) throws SQLException {
        return tx.first(
                        "SELECT " + Held.NOW + " AS held FROM shipment s WHERE s.id = ?",
                        row -> row.flag("held"),
                        parcel.value())
                .orElse(false);
    }
}
