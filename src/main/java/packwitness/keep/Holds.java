package packwitness.keep;

import packwitness.storage.Transaction;
import packwitness.value.TakeId;

import java.sql.SQLException;

/**
 * What keeps a parcel from losing anything, in SQL, so that it is asked inside the deed's own
 * transaction.
 */
final class Holds {
    /**
     * True where the parcel {@code s} is on hold: by hand or claim, by a claim that is open even
     * where the hold was lifted, or by the amount of its order.
     */
    static final String HELD =
            "(s.hold_reason IS NOT NULL OR EXISTS (SELECT 1 FROM claim c WHERE c.shipment_id = s.id"
                + " AND c.state = 'OPEN') OR EXISTS (SELECT 1 FROM keep_rule r WHERE r.name ="
                + " 'hold_above_fen' AND r.value > 0 AND (EXISTS (SELECT 1 FROM order_waybill w"
                + " JOIN shop_order o ON o.id = w.order_id WHERE w.waybill = s.waybill AND o.paid >"
                + " r.value) OR EXISTS (SELECT 1 FROM shipment_code k JOIN shop_order o ON"
                + " o.order_no = k.code WHERE k.shipment_id = s.id AND k.kind = 'ORDER' AND o.paid"
                + " > r.value))))";

    private Holds() {}

    /** Returns whether the parcel of the take is on hold now; one that is unknown is. */
    static boolean held(Transaction tx, TakeId take) throws SQLException {
        return tx.first(
                        "SELECT "
                                + HELD
                                + " AS held FROM take t JOIN shipment s ON s.id = t.shipment_id"
                                + " WHERE t.id = ?",
                        row -> row.flag("held"),
                        take.value())
                .orElse(true);
    }
}
