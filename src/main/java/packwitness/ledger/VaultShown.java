package packwitness.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** C14: what bags show of a vault's ledger, against the vault. */
final class VaultShown {
    private final Findings findings;
    private final String source;

    VaultShown(Findings findings, String source) {
        this.findings = findings;
        this.source = source;
    }

    /** Does the bag show all rows of its parcels, and all parcels of its waybills? */
    void check(Connection connection, Shown bag) throws SQLException {
        Set<Long> hidden = new TreeSet<>();
        for (String shipment : bag.shipments())
            hidden.addAll(
                    VaultConnection.numbers(
                            connection,
                            "SELECT seq FROM ledger_row WHERE shipment_id = ?1 OR take_id IN"
                                    + " (SELECT take_id FROM ledger_row WHERE shipment_id = ?1 AND"
                                    + " take_id IS NOT NULL)",
                            shipment));
        for (String waybill : bag.waybills())
            hidden.addAll(
                    VaultConnection.numbers(
                            connection,
                            "SELECT seq FROM ledger_salt WHERE name = 'waybill' AND value = ?",
                            waybill));
        // What was appended after the bag's checkpoint could not be shown.
        hidden.removeIf(seq -> seq >= bag.size());
        int all = hidden.size();
        hidden.removeAll(bag.rows());
        if (hidden.isEmpty()) findings.passed("C14", bag.source(), "shown.all", all);
        else
            findings.failed(
                    "C14", bag.source(), "shown.hidden", hidden.size(), first(hidden), source);
    }

    private static String first(Set<Long> rows) {
        return Arrays.toString(rows.stream().limit(5).toArray());
    }
}
