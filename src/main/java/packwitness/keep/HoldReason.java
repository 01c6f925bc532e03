package packwitness.keep;

import packwitness.storage.Transaction;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the reasons why nothing of a parcel may go; a parcel may have several.
 *
 * @param said what somebody wrote down, the number of the open claim, or the amount paid
 */
public record HoldReason(Kind kind, String said) {
    /** Who or what keeps the parcel. */
    public enum Kind {
        /** Somebody put it on hold, or a claim did when it was opened. */
        WRITTEN,
        /** A claim that is open; it holds even where the written hold was lifted. */
        CLAIM,
        /** A claim that has ended; its hold stays until somebody lifts it. */
        CLAIM_ENDED,
        /** The rule for parcels of orders above an amount. */
        AMOUNT
    }

    // As the room of claims writes it when a claim is opened.
    private static final String OF_CLAIM = "claim ";

    /** Returns the reasons of a parcel; none where it is not on hold. */
    static List<HoldReason> of(Transaction tx, ShipmentId id) throws SQLException {
        List<HoldReason> reasons = new ArrayList<>();
        tx.each(
                "SELECT id FROM claim WHERE shipment_id = ? AND state = 'OPEN' ORDER BY id",
                row -> reasons.add(new HoldReason(Kind.CLAIM, Long.toString(row.number("id")))),
                id.value());
        boolean open = !reasons.isEmpty();
        tx.each(
                "SELECT hold_reason FROM shipment WHERE id = ? AND hold_reason IS NOT NULL",
                row -> {
                    String said = row.text("hold_reason");
                    if (!said.startsWith(OF_CLAIM)) reasons.add(new HoldReason(Kind.WRITTEN, said));
                    else if (!open)
                        reasons.add(
                                new HoldReason(
                                        Kind.CLAIM_ENDED, said.substring(OF_CLAIM.length())));
                },
                id.value());
        Optional<Long> most =
                tx.first(
                        "SELECT max(o.paid) AS paid FROM shipment s JOIN shop_order o ON o.id IN"
                            + " (SELECT w.order_id FROM order_waybill w WHERE w.waybill ="
                            + " s.waybill) OR o.order_no IN (SELECT k.code FROM shipment_code k"
                            + " WHERE k.shipment_id = s.id AND k.kind = 'ORDER') WHERE s.id = ?",
                        row -> row.maybeNumber("paid").orElse(0L),
                        id.value());
        long above = RuleTable.read(tx).holdAboveFen();
        if (above > 0 && most.isPresent() && most.get() > above)
            reasons.add(new HoldReason(Kind.AMOUNT, new Fen(most.get()).yuan()));
        return List.copyOf(reasons);
    }
}
