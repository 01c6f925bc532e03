package packwitness.shipment;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The SQL of finding parcels. */
final class Search {
    private static final int WIDE = 1000;

    private Search() {}

    /** Returns the ids of the newest parcels that fit, newest first. */
    static List<Long> ids(Transaction tx, ShipmentQuery query) throws SQLException {
        String asked = Normalizer.normalize(query.text(), Normalizer.Form.NFKC).strip();
        if (asked.isEmpty()) return inTime(tx, query, query.limit());
        Set<Long> fitting = new LinkedHashSet<>();
        boolean first = true;
        for (String word : asked.split("\\s+")) {
            Set<Long> hits = hits(tx, word, Math.max(query.limit(), WIDE));
            if (first) fitting.addAll(hits);
            else fitting.retainAll(hits);
            first = false;
        }
        List<Long> newest = fitting.stream().sorted(Comparator.reverseOrder()).toList();
        if (query.equals(ShipmentQuery.of(query.text(), query.limit())))
            return newest.stream().limit(query.limit()).toList();
        List<Long> kept = new java.util.ArrayList<>();
        for (long id : newest) if (kept.size() < query.limit() && fits(tx, id, query)) kept.add(id);
        return kept;
    }

    private static List<Long> inTime(Transaction tx, ShipmentQuery query, int limit)
            throws SQLException {
        return tx.list(
                "SELECT id FROM shipment WHERE last_scan >= ? AND last_scan < ?"
                        + (query.unbound() ? " AND bound = 0" : "")
                        + " ORDER BY id DESC LIMIT ?",
                row -> row.number("id"),
                query.from(),
                query.to(),
                limit);
    }

    private static boolean fits(Transaction tx, long id, ShipmentQuery query) throws SQLException {
        return tx.first(
                        "SELECT 1 FROM shipment WHERE id = ? AND last_scan >= ? AND last_scan < ?"
                                + (query.unbound() ? " AND bound = 0" : ""),
                        row -> true,
                        id,
                        query.from(),
                        query.to())
                .orElse(false);
    }

    private static Set<Long> hits(Transaction tx, String word, int limit) throws SQLException {
        Set<Long> found = new LinkedHashSet<>();
        String code = word.toUpperCase(Locale.ROOT).replaceAll("[-]", "");
        if (code.matches("[A-Z0-9]{4,64}")) {
            found.addAll(byWaybill(tx, code, limit));
            found.addAll(byOrder(tx, code, limit));
            found.addAll(byCode(tx, word.toUpperCase(Locale.ROOT), limit));
        }
        found.addAll(
                tx.list(
                        "SELECT s.id AS id FROM shop_order o JOIN order_waybill w ON w.order_id ="
                            + " o.id JOIN shipment s ON s.waybill = w.waybill WHERE instr(o.buyer,"
                            + " ?) > 0 ORDER BY s.id DESC LIMIT ?",
                        row -> row.number("id"),
                        word,
                        limit));
        found.addAll(
                tx.list(
                        "SELECT s.id AS id FROM title t JOIN order_item i ON i.title_id = t.id"
                                + " JOIN order_waybill w ON w.order_id = i.order_id"
                                + " JOIN shipment s ON s.waybill = w.waybill"
                                + " WHERE instr(t.text, ?) > 0 ORDER BY s.id DESC LIMIT ?",
                        row -> row.number("id"),
                        word,
                        limit));
        return found;
    }

    private static List<Long> byWaybill(Transaction tx, String code, int limit)
            throws SQLException {
        String tail = code.substring(code.length() - Math.min(code.length(), 6));
        String index = tail.length() >= 6 ? "substr(waybill, -6) = ?" : "substr(waybill, -4) = ?";
        String key = tail.length() >= 6 ? tail : code.substring(code.length() - 4);
        return tx.list(
                "SELECT id FROM shipment WHERE "
                        + index
                        + " AND substr(waybill, -length(?)) = ? ORDER BY id DESC LIMIT ?",
                row -> row.number("id"),
                key,
                code,
                code,
                limit);
    }

    private static List<Long> byOrder(Transaction tx, String code, int limit) throws SQLException {
        if (code.length() < 6) return List.of();
        return tx.list(
                "SELECT s.id AS id FROM shop_order o JOIN order_waybill w ON w.order_id = o.id JOIN"
                    + " shipment s ON s.waybill = w.waybill WHERE substr(o.order_no, -6) = ? AND"
                    + " replace(o.order_no, '-', '') LIKE '%' || ? ORDER BY s.id DESC LIMIT ?",
                row -> row.number("id"), code.substring(code.length() - 6), code, limit);
    }

    /** Finds by the end of a code of order or goods that was scanned for the parcel. */
    private static List<Long> byCode(Transaction tx, String code, int limit) throws SQLException {
        return tx.list(
                "SELECT DISTINCT shipment_id AS id FROM shipment_code WHERE substr(code, -4) = ?"
                        + " AND substr(code, -length(?)) = ? ORDER BY shipment_id DESC LIMIT ?",
                row -> row.number("id"),
                code.substring(code.length() - 4),
                code,
                code,
                limit);
    }
}
