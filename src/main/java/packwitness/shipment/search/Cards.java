package packwitness.shipment.search;

import packwitness.storage.Row;
import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the records of parcels from the tables that they are made out of. */
final class Cards {
    private static final String ORDER = "o.id AS order_id, o.platform, o.order_no, o.buyer, o.note";

    private Cards() {}

    /** Collects what the tables say of one parcel. */
    private static final class Draft {
        final long id;
        long scanned;
        String station = "";
        final Set<String> codes = new LinkedHashSet<>();
        final Set<String> texts = new LinkedHashSet<>();
        final Set<Integer> titles = new LinkedHashSet<>();
        final Set<String> packers = new LinkedHashSet<>();
        final Set<String> platforms = new LinkedHashSet<>();
        final Set<String> carriers = new LinkedHashSet<>();

        Draft(long id) {
            this.id = id;
        }

        Card card() {
            return new Card(
                    id,
                    scanned,
                    List.copyOf(codes),
                    List.copyOf(texts),
                    List.copyOf(titles),
                    station,
                    List.copyOf(packers),
                    List.copyOf(platforms),
                    List.copyOf(carriers));
        }
    }

    /** Returns the records of those parcels that there are, by rising id. */
    static List<Card> of(Transaction tx, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        String asked = json(ids);
        Map<Long, Draft> drafts = new TreeMap<>();
        tx.each(
                "SELECT s.id, s.waybill, s.station, s.last_scan FROM json_each(?) j JOIN shipment s"
                        + " ON s.id = j.value",
                row -> {
                    Draft draft = new Draft(row.number("id"));
                    draft.scanned = row.number("last_scan");
                    draft.station = Folded.of(row.text("station"));
                    draft.codes.add(Folded.of(row.text("waybill")));
                    drafts.put(draft.id, draft);
                },
                asked);
        orders(tx, asked, drafts);
        tx.each(
                "SELECT c.shipment_id, c.code FROM json_each(?) j JOIN shipment_code c ON"
                        + " c.shipment_id = j.value",
                row -> {
                    Optional<Draft> draft = draft(drafts, row);
                    if (draft.isPresent()) add(draft.get().codes, text(row, "code"));
                },
                asked);
        tx.each(
                "SELECT t.shipment_id, t.operator AS operator FROM json_each(?) j JOIN take t ON"
                        + " t.shipment_id = j.value WHERE t.operator IS NOT NULL",
                row -> {
                    Optional<Draft> draft = draft(drafts, row);
                    if (draft.isPresent()) add(draft.get().packers, text(row, "operator"));
                },
                asked);
        return drafts.values().stream().map(Draft::card).toList();
    }

    private static void orders(Transaction tx, String asked, Map<Long, Draft> drafts)
            throws SQLException {
        Map<Long, List<Draft>> of = new LinkedHashMap<>();
        Transaction.Visitor take =
                row -> {
                    Optional<Draft> draft = draft(drafts, row);
                    if (draft.isEmpty()) return;
                    Draft d = draft.get();
                    add(d.codes, text(row, "order_no"));
                    add(d.texts, text(row, "buyer"));
                    add(d.texts, text(row, "note"));
                    add(d.platforms, text(row, "platform"));
                    add(d.carriers, text(row, "carrier"));
                    of.computeIfAbsent(row.number("order_id"), o -> new ArrayList<>(1)).add(d);
                };
        tx.each(
                "SELECT s.id AS shipment_id, w.carrier, "
                        + ORDER
                        + " FROM json_each(?) j JOIN shipment s ON s.id = j.value JOIN"
                        + " order_waybill w ON w.waybill = s.waybill JOIN shop_order o ON o.id ="
                        + " w.order_id",
                take,
                asked);
        tx.each(
                "SELECT c.shipment_id, NULL AS carrier, "
                        + ORDER
                        + " FROM json_each(?) j JOIN shipment_code c ON c.shipment_id = j.value AND"
                        + " c.kind = 'ORDER' JOIN shop_order o ON o.order_no = c.code",
                take,
                asked);
        if (of.isEmpty()) return;
        tx.each(
                "SELECT i.order_id, i.title_id FROM json_each(?) j JOIN order_item i ON i.order_id"
                        + " = j.value",
                row -> {
                    int title = Math.toIntExact(row.number("title_id"));
                    for (Draft draft : of.getOrDefault(row.number("order_id"), List.of()))
                        draft.titles.add(title);
                },
                json(of.keySet()));
    }

    static String json(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static Optional<Draft> draft(Map<Long, Draft> drafts, Row row) throws SQLException {
        return Optional.ofNullable(drafts.get(row.number("shipment_id")));
    }

    private static String text(Row row, String column) throws SQLException {
        return row.maybeText(column).orElse("");
    }

    private static void add(Set<String> values, String value) {
        String folded = Folded.of(value);
        if (!folded.isEmpty()) values.add(folded);
    }
}
