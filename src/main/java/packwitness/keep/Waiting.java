package packwitness.keep;

import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files of one parcel that wait in quarantine.
 *
 * @param waybill empty where the row of the parcel went before them
 * @param since when the first of them left its place
 * @param why the rule that took them, such as {@code DAYS 180}
 */
public record Waiting(
        ShipmentId shipment,
        Optional<String> waybill,
        int files,
        long bytes,
        Instant since,
        String why) {
    static List<Waiting> oldest(Transaction tx, int limit) throws SQLException {
        return tx.list(
                "SELECT m.shipment_id, s.waybill, count(*) AS files, sum(m.bytes) AS bytes,"
                    + " min(coalesce(m.moved_at, m.asked_at)) AS since, max(m.why) AS why FROM"
                    + " keep_removal m LEFT JOIN shipment s ON s.id = m.shipment_id WHERE m.state ="
                    + " 'QUARANTINED' GROUP BY m.shipment_id ORDER BY since LIMIT ?",
                row ->
                        new Waiting(
                                new ShipmentId(row.number("shipment_id")),
                                row.maybeText("waybill"),
                                (int) row.number("files"),
                                row.number("bytes"),
                                row.instant("since"),
                                row.text("why")),
                limit);
    }
}
