package packwitness.keep;

import packwitness.ledger.Ledger;
import packwitness.shipment.search.Gone;
import packwitness.shipment.search.Held;
import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last step: the rows of a parcel of which nothing is left on the disk, and its personal data.
 * The ledger keeps its rows; their values go. A parcel with a claim keeps its row.
 */
final class Rows {
    private static final String BARE =
            "SELECT s.id FROM shipment s WHERE s.last_scan < ? AND NOT "
                    + Held.NOW
                    + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.shipment_id = s.id) AND"
                    + " EXISTS (SELECT 1 FROM take t WHERE t.shipment_id = s.id) AND NOT EXISTS"
                    + " (SELECT 1 FROM take t WHERE t.shipment_id = s.id AND (t.state ="
                    + " 'RECORDING' OR NOT EXISTS (SELECT 1 FROM keep_removal r WHERE r.file ="
                    + " t.file AND r.state = 'DELETED') OR EXISTS (SELECT 1 FROM key_frame k WHERE"
                    + " k.take_id = t.id)))";

    private final Ledger ledger;

    Rows(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Returns parcels whose rows may go, oldest first. */
    static List<ShipmentId> due(Transaction tx, Instant before, int limit) throws SQLException {
        return tx.list(
                BARE + " ORDER BY s.id LIMIT ?",
                row -> new ShipmentId(row.number("id")),
                before,
                limit);
    }

    /** Deletes the rows of a parcel, if they still may go; all of it happens, or nothing. */
    boolean delete(Transaction tx, ShipmentId id, Instant before, String why) throws SQLException {
        boolean due =
                tx.first(BARE + " AND s.id = ?", row -> true, before, id.value()).orElse(false);
        if (!due) return false;
        Optional<String> waybill =
                tx.first(
                        "SELECT waybill FROM shipment WHERE id = ?",
                        row -> row.text("waybill"),
                        id.value());
        if (waybill.isPresent()) Gone.remember(tx, waybill.get());
        ledger.erase(tx, id, why);
        OrderData.forget(tx, id);
        String takes = "(SELECT id FROM take WHERE shipment_id = ?)";
        for (String table : List.of("sighting", "segment", "desk_event"))
            tx.run("DELETE FROM " + table + " WHERE take_id IN " + takes, id.value());
        tx.run("DELETE FROM take WHERE shipment_id = ?", id.value());
        tx.run("DELETE FROM shipment_code WHERE shipment_id = ?", id.value());
        return tx.run("DELETE FROM shipment WHERE id = ?", id.value()) == 1;
    }
}
