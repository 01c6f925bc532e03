package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The filters that few parcels pass: all that do are read from an index of their own. */
final class Narrow {
    private Narrow() {}

    /** Returns the ids of the parcels that pass; empty where nothing so narrow is asked. */
    static Optional<Set<Long>> ids(Transaction tx, Filters filters) throws SQLException {
        if (!filters.narrow()) return Optional.empty();
        Optional<Set<Long>> ids = Optional.empty();
        if (filters.claim()) ids = both(tx, ids, "SELECT DISTINCT shipment_id AS id FROM claim");
        if (filters.hold()) ids = both(tx, ids, Held.IDS);
        if (filters.incomplete())
            ids =
                    both(
                            tx,
                            ids,
                            "SELECT shipment_id AS id FROM take WHERE state IN ('INTERRUPTED',"
                                    + " 'DAMAGED') OR gaps <> '' OR dropped > 0");
        if (filters.unbound()) ids = both(tx, ids, "SELECT id FROM shipment WHERE bound = 0");
        return ids;
    }

    private static Optional<Set<Long>> both(Transaction tx, Optional<Set<Long>> ids, String sql)
            throws SQLException {
        Set<Long> these = new HashSet<>(tx.list(sql, row -> row.number("id")));
        ids.ifPresent(these::retainAll);
        return Optional.of(these);
    }
}
