package packwitness.shipment;

import packwitness.shipment.search.Held;
import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL of lists: a few statements for all parcels of a page instead of some for each. */
final class ParcelLines {
    private static final int MOST_TITLES = 3;

    private ParcelLines() {}

    /** What the orders and takes of one parcel say. */
    private static final class More {
        final Set<String> titles = new LinkedHashSet<>();
        Optional<String> order = Optional.empty();
        Optional<String> buyer = Optional.empty();
        Optional<String> still = Optional.empty();
        int takes;
        boolean whole = true;
    }

    /** Returns the lines of these parcels, in this order; what is gone is left out. */
    static List<ParcelLine> of(Transaction tx, List<Long> ids) throws SQLException {
        String asked = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        Map<Long, More> more = new HashMap<>();
        orders(tx, asked, more);
        takes(tx, asked, more);
        Map<Long, ParcelLine> lines = new LinkedHashMap<>();
        tx.each(
                "SELECT s.*, "
                        + Held.NOW
                        + " AS held, (SELECT count(*) FROM claim c WHERE c.shipment_id = s.id) AS"
                        + " claims FROM json_each(?) j JOIN shipment s ON s.id = j.value",
                row -> {
                    long id = row.number("id");
                    More m = more.getOrDefault(id, new More());
                    lines.put(
                            id,
                            new ParcelLine(
                                    new ShipmentId(id),
                                    new WaybillNo(row.text("waybill")),
                                    row.flag("bound"),
                                    row.text("station"),
                                    row.instant("last_scan"),
                                    String.join("；", m.titles),
                                    m.order,
                                    m.buyer,
                                    m.still,
                                    m.takes,
                                    m.whole,
                                    row.flag("held"),
                                    (int) row.number("claims")));
                },
                asked);
        List<ParcelLine> found = new ArrayList<>();
        for (long id : ids) Optional.ofNullable(lines.get(id)).ifPresent(found::add);
        return found;
    }

    private static void orders(Transaction tx, String asked, Map<Long, More> more)
            throws SQLException {
        Transaction.Visitor take =
                row -> {
                    More m = more.computeIfAbsent(row.number("id"), id -> new More());
                    if (m.order.isEmpty()) m.order = row.maybeText("order_no");
                    if (m.buyer.isEmpty()) m.buyer = row.maybeText("buyer");
                    Optional<String> title = row.maybeText("title");
                    if (title.isPresent() && m.titles.size() < MOST_TITLES)
                        m.titles.add(title.get());
                };
        tx.each(
                "SELECT s.id, o.order_no, o.buyer, t.text AS title FROM json_each(?) j JOIN"
                    + " shipment s ON s.id = j.value JOIN order_waybill w ON w.waybill = s.waybill"
                    + " JOIN shop_order o ON o.id = w.order_id LEFT JOIN order_item i ON i.order_id"
                    + " = o.id LEFT JOIN title t ON t.id = i.title_id",
                take,
                asked);
        tx.each(
                "SELECT c.shipment_id AS id, o.order_no, o.buyer, t.text AS title FROM json_each(?)"
                        + " j JOIN shipment_code c ON c.shipment_id = j.value AND c.kind = 'ORDER'"
                        + " JOIN shop_order o ON o.order_no = c.code LEFT JOIN order_item i ON"
                        + " i.order_id = o.id LEFT JOIN title t ON t.id = i.title_id",
                take,
                asked);
    }

    private static void takes(Transaction tx, String asked, Map<Long, More> more)
            throws SQLException {
        tx.each(
                "SELECT t.shipment_id AS id, t.number, t.state, t.dropped, t.gaps, (SELECT k.file"
                        + " FROM key_frame k WHERE k.take_id = t.id ORDER BY k.number LIMIT 1) AS"
                        + " still FROM json_each(?) j JOIN take t ON t.shipment_id = j.value",
                row -> {
                    More m = more.computeIfAbsent(row.number("id"), id -> new More());
                    m.takes = Math.max(m.takes, (int) row.number("number"));
                    row.maybeText("still").ifPresent(file -> m.still = Optional.of(file));
                    TakeState state = TakeState.valueOf(row.text("state"));
                    if (state == TakeState.INTERRUPTED
                            || state == TakeState.DAMAGED
                            || row.number("dropped") > 0
                            || !row.text("gaps").isEmpty()) m.whole = false;
                },
                asked);
    }
}
