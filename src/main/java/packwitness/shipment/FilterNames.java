package packwitness.shipment;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.List;

/**
 * The names that a filter can be set to, each list sorted: all stations and platforms, and the
 * packers and carriers of the newest parcels.
 */
public record FilterNames(
        List<String> stations,
        List<String> packers,
        List<String> platforms,
        List<String> carriers) {
    // Who packed years ago is still found by typing the name; reading every take is not worth it.
    private static final int NEWEST = 20_000;

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
                newest(tx, "take", "operator", "id"),
                all(tx, "shop_order", "platform"),
                newest(tx, "order_waybill", "carrier", "order_id"));
    }

    /** Jumps from one name to the next in an index that begins with the column. */
    private static List<String> all(Transaction tx, String table, String column)
            throws SQLException {
        return tx.list(
                "WITH RECURSIVE n (name) AS (SELECT min("
                        + column
                        + ") FROM "
                        + table
                        + " UNION ALL SELECT (SELECT min("
                        + column
                        + ") FROM "
                        + table
                        + " WHERE "
                        + column
                        + " > n.name) FROM n WHERE n.name IS NOT NULL) SELECT name FROM n WHERE"
                        + " name <> ''",
                row -> row.text("name"));
    }

    private static List<String> newest(Transaction tx, String table, String column, String id)
            throws SQLException {
        return tx.list(
                "SELECT DISTINCT name FROM (SELECT "
                        + column
                        + " AS name FROM "
                        + table
                        + " ORDER BY "
                        + id
                        + " DESC LIMIT ?) WHERE name <> '' ORDER BY name",
                row -> row.text("name"),
                NEWEST);
    }
}
