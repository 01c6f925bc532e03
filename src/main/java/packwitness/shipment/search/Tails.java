package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds parcels by the end of a number: its waybill's, an order's, or that of a scanned code. */
final class Tails {
    private static final int SHORT = 4;
    private static final int LONG = 6;

    /** More parcels than this with the same end are not told apart from others that hold it. */
    private static final int MOST = 5000;

    private static final String WAYBILLS = "SELECT id FROM shipment WHERE ";
    private static final String ORDERS =
            "SELECT s.id FROM shop_order o JOIN order_waybill w ON w.order_id = o.id JOIN shipment"
                    + " s ON s.waybill = w.waybill WHERE ";
    private static final String CODES =
            "SELECT s.id FROM shipment_code c JOIN shipment s ON s.id = c.shipment_id WHERE ";

    private Tails() {}

    /** Returns the statements by which ends are looked up, one for each index. */
    static List<String> statements() {
        return List.of(
                sql(WAYBILLS, "waybill", SHORT),
                sql(WAYBILLS, "waybill", LONG),
                sql(ORDERS, "o.order_no", SHORT),
                sql(ORDERS, "o.order_no", LONG),
                sql(CODES, "c.code", SHORT));
    }

    private static String sql(String select, String column, int length) {
        String end = "substr(" + column + ", -" + length + ")";
        if (!column.equals("waybill")) end = "upper(" + end + ")";
        return select + folded(end) + " = ?";
    }

    static Set<Long> of(Transaction tx, String word) throws SQLException {
        int length = word.length() >= LONG ? LONG : SHORT;
        Set<Long> ids = new HashSet<>();
        collect(tx, WAYBILLS, "waybill", length, word, ids);
        collect(tx, ORDERS, "o.order_no", length, word, ids);
        collect(tx, CODES, "c.code", SHORT, word, ids);
        return ids;
    }

    private static void collect(
            Transaction tx, String select, String column, int length, String word, Set<Long> ids)
            throws SQLException {
        String sql = sql(select, column, length);
        List<Object> arguments = new ArrayList<>();
        arguments.add(word.substring(word.length() - length));
        if (word.length() > length) {
            // The index knows the end alone.
            sql += " AND substr(replace(" + folded("upper(" + column + ")") + ", '-', ''), -?) = ?";
            arguments.add(word.length());
            arguments.add(word);
        }
        arguments.add(MOST);
        tx.each(sql + " LIMIT ?", row -> ids.add(row.number("id")), arguments.toArray());
    }

    private static String folded(String column) {
        return "replace(replace(" + column + ", 'O', '0'), 'I', '1')";
    }
}
