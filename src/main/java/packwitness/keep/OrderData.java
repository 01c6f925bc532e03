package packwitness.keep;

import packwitness.shipment.search.Held;
import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.time.Instant;

/** The SQL of what orders hold of persons: the buyer's name and notes. What was sold stays. */
final class OrderData {
    private static final String OF_PARCEL =
            "(SELECT w.order_id FROM order_waybill w JOIN shipment s ON s.waybill = w.waybill WHERE"
                + " s.id = ?1 UNION SELECT o.id FROM shop_order o JOIN shipment_code k ON k.code ="
                + " o.order_no AND k.kind = 'ORDER' WHERE k.shipment_id = ?1)";

    private OrderData() {}

    /** Empties the personal columns of the parcel's orders; returns how many orders had any. */
    static int forget(Transaction tx, ShipmentId parcel) throws SQLException {
        tx.run(
                "UPDATE order_refund SET reason = NULL WHERE order_no IN (SELECT order_no FROM"
                        + " shop_order WHERE id IN "
                        + OF_PARCEL
                        + ")",
                parcel.value());
        return tx.run(
                "UPDATE shop_order SET buyer = NULL, note = NULL WHERE (buyer IS NOT NULL OR note"
                        + " IS NOT NULL) AND id IN "
                        + OF_PARCEL,
                parcel.value());
    }

    /** Empties what the buyer wrote with refunds of the order, unless its parcel is on hold. */
    static void forgetReasons(Transaction tx, long order) throws SQLException {
        tx.run(
                "UPDATE order_refund SET reason = NULL WHERE order_no = (SELECT order_no FROM"
                        + " shop_order WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM order_waybill w"
                        + " JOIN shipment s ON s.waybill = w.waybill WHERE w.order_id = ?1 AND "
                        + Held.NOW
                        + ")",
                order);
    }

    /** Empties those of orders older than the moment whose parcels are not on hold. */
    static int forgetBefore(Transaction tx, Instant before) throws SQLException {
        return tx.run(
                "UPDATE shop_order SET buyer = NULL, note = NULL WHERE (buyer IS NOT NULL OR note"
                        + " IS NOT NULL) AND placed_at < ?1 AND NOT EXISTS (SELECT 1 FROM"
                        + " order_waybill w JOIN shipment s ON s.waybill = w.waybill WHERE"
                        + " w.order_id = shop_order.id AND ("
                        + Held.NOW
                        + " OR EXISTS (SELECT 1 FROM claim c WHERE c.shipment_id = s.id)))",
                before);
    }

    /** Returns how many orders older than the moment still name a person and are not held. */
    static long namedBefore(Transaction tx, Instant before) throws SQLException {
        return tx.first(
                        "SELECT count(*) AS n FROM shop_order WHERE (buyer IS NOT NULL OR note IS"
                                + " NOT NULL) AND placed_at < ?1 AND NOT EXISTS (SELECT 1 FROM"
                                + " order_waybill w JOIN shipment s ON s.waybill = w.waybill WHERE"
                                + " w.order_id = shop_order.id AND ("
                                + Held.NOW
                                + " OR EXISTS (SELECT 1 FROM claim c WHERE c.shipment_id = s.id)))",
                        row -> row.number("n"),
                        before)
                .orElse(0L);
    }
}
