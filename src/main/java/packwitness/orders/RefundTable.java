package packwitness.orders;

import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.OrderNo;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of refunds. */
public final class RefundTable {
    private static final String COLUMNS =
            "r.id, r.platform, r.order_no, r.refund_no, r.kind, r.state, r.words, r.reason,"
                    + " r.amount, r.filed_at, r.until_at, r.told_at, r.claim_id";
    private static final String SAME_SHOP =
            " (r.platform = o.platform OR r.platform IN ('other', 'erp') OR o.platform IN ('other',"
                    + " 'erp'))";

    private RefundTable() {}

    /** Returns the newest open refund of the orders in this parcel; one look-up by index. */
    public static Optional<Refund> openOf(Transaction tx, WaybillNo waybill) throws SQLException {
        return tx.first(
                "SELECT "
                        + COLUMNS
                        + " FROM order_waybill w JOIN shop_order o ON o.id = w.order_id JOIN"
                        + " order_refund r ON r.order_no = o.order_no WHERE w.waybill = ? AND"
                        + " r.state = 'OPEN' AND"
                        + SAME_SHOP
                        + " ORDER BY r.told_at DESC, r.id DESC LIMIT 1",
                RefundTable::refund,
                waybill.text());
    }

    /** Returns the newest open refund of this order number. */
    public static Optional<Refund> openOf(Transaction tx, OrderNo order) throws SQLException {
        return tx.first(
                "SELECT "
                        + COLUMNS
                        + " FROM order_refund r WHERE r.order_no = ? AND r.state = 'OPEN' ORDER BY"
                        + " r.told_at DESC, r.id DESC LIMIT 1",
                RefundTable::refund,
                order.text());
    }

    /** Returns all refunds of this order number, oldest first. */
    public static List<Refund> ofOrder(Transaction tx, OrderNo order) throws SQLException {
        return tx.list(
                "SELECT " + COLUMNS + " FROM order_refund r WHERE r.order_no = ? ORDER BY r.id",
                RefundTable::refund,
                order.text());
    }

    /**
     * Returns up to so many refunds behind this id, with a number of their own, that no claim has
     * heard of in their present state.
     */
    public static List<Refund> due(Transaction tx, long after, int most) throws SQLException {
        return tx.list(
                "SELECT "
                        + COLUMNS
                        + " FROM order_refund r WHERE r.carried = 0 AND r.id > ? AND r.refund_no <>"
                        + " '' ORDER BY r.id LIMIT ?",
                RefundTable::refund,
                after,
                most);
    }

    /** Notes that a claim has heard of the refund as it is. */
    public static void carried(Transaction tx, Refund refund, Optional<ClaimId> claim)
            throws SQLException {
        tx.run(
                "UPDATE order_refund SET carried = 1, claim_id = coalesce(?, claim_id) WHERE id = ?"
                        + " AND state = ? AND words = ?",
                claim.map(ClaimId::value),
                refund.id(),
                refund.state(),
                refund.words());
    }

    private static Refund refund(Row row) throws SQLException {
        return new Refund(
                row.number("id"),
                row.text("platform"),
                new OrderNo(row.text("order_no")),
                row.text("refund_no"),
                RefundKind.valueOf(row.text("kind")),
                RefundState.valueOf(row.text("state")),
                row.text("words"),
                row.maybeText("reason"),
                row.maybeNumber("amount").map(Fen::new),
                row.maybeInstant("filed_at"),
                row.maybeInstant("until_at"),
                row.instant("told_at"),
                row.maybeNumber("claim_id").map(ClaimId::new));
    }
}
