package packwitness.shipment.search;

import packwitness.storage.Transaction;
import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers by a salted hash which waybills went by the rules of keeping, and not their numbers.
 */
public final class Gone {
    private Gone() {}

    /** Notes that the rows of this waybill go in this transaction. */
    public static void remember(Transaction tx, String waybill) throws SQLException {
        tx.run(
                "INSERT OR REPLACE INTO find_gone (mark, at) VALUES (?,?)",
                mark(tx, waybill),
                tx.now());
    }

    /** Returns when the rows of this waybill went, where they did. */
    static Optional<Instant> when(Transaction tx, String waybill) throws SQLException {
        return tx.first(
                "SELECT at FROM find_gone WHERE mark = ?",
                row -> row.instant("at"),
                mark(tx, waybill));
    }

    private static String mark(Transaction tx, String waybill) throws SQLException {
        String salt =
                tx.first("SELECT salt FROM find_gone_salt", row -> row.text("salt")).orElse("");
        String salted = salt + Folded.of(waybill);
        return Sha256.of(salted.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
