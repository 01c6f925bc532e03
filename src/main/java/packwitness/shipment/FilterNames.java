package packwitness.shipment;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.List;

/** All names that a filter can be set to, each list sorted. */
public record FilterNames(
        List<String> stations,
        List<String> packers,
        List<String> platforms,
        List<String> carriers) {
    public FilterNames {
        stations = List.copyOf(stations);
        packers = List.copyOf(packers);
        platforms = List.copyOf(platforms);
        carriers = List.copyOf(carriers);
    }

    /** Returns no name at all. */
    public static FilterNames none() {
        return new FilterNames(List.of(), List.of(), List.of(), List.of());
    }

    static FilterNames read(Transaction tx) throws SQLException {
        return new FilterNames(
                all(tx, "shipment", "station"),
                all(tx, "take", "operator"),
                all(tx, "shop_order", "platform"),
                all(tx, "order_waybill", "carrier"));
    }

    /** Jumps from one name to the next in an index that begins with the column. */
    private static List<String> all(Transaction tx, String table, String column)
            throws SQLException {
        return tx.list(
                "WITH RECURSIVE n (name) AS (SELECT min("
                        + column
                        + ") FROM "
                        + table
                        + " WHERE "
                        + column
                        + " IS NOT NULL UNION ALL SELECT (SELECT min("
                        + column
                        + ") FROM "
                        + table
                        + " WHERE "
                        + column
                        + " > n.name) FROM n WHERE n.name IS NOT NULL) SELECT name FROM n WHERE"
                        + " name <> ''",
                row -> row.text("name"));
    }
}
