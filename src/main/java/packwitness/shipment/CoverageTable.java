package packwitness.shipment;

import packwitness.storage.Transaction;
import packwitness.value.OrderNo;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of coverage. */
final class CoverageTable {
    private static final String SHIPPED =
            "SELECT o.order_no, o.platform, w.waybill, coalesce(o.shipped_at, o.placed_at, i.at) AS"
                + " at, EXISTS (SELECT 1 FROM shipment s WHERE s.waybill = w.waybill) AS recorded"
                + " FROM shop_order o JOIN order_waybill w ON w.order_id = o.id JOIN order_import i"
                + " ON i.id = o.import_id WHERE ";

    private CoverageTable() {}

    static Coverage between(Transaction tx, LocalDate first, LocalDate last, ZoneId zone)
            throws SQLException {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant();
        Map<LocalDate, int[]> days = new TreeMap<>();
        List<Coverage.Unrecorded> unrecorded = new ArrayList<>();
        Transaction.Visitor shipped =
                row -> {
                    Instant at = row.instant("at");
                    int[] day = days.computeIfAbsent(day(at, zone), d -> new int[2]);
                    day[0]++;
                    if (row.flag("recorded")) {
                        day[1]++;
                        return;
                    }
                    unrecorded.add(
                            new Coverage.Unrecorded(
                                    new OrderNo(row.text("order_no")),
                                    new WaybillNo(row.text("waybill")),
                                    row.text("platform"),
                                    at));
                };
        String when = "coalesce(o.shipped_at, o.placed_at)";
        tx.each(SHIPPED + when + " >= ? AND " + when + " < ?", shipped, from, to);
        // A file without times counts for the day on which it was read.
        tx.each(SHIPPED + when + " IS NULL AND i.at >= ? AND i.at < ?", shipped, from, to);
        unrecorded.sort(Comparator.comparing(Coverage.Unrecorded::shipped).reversed());
        List<Coverage.Unordered> unordered = new ArrayList<>();
        Map<LocalDate, Map<String, int[]>> stations = recorded(tx, from, to, zone, unordered);
        return new Coverage(
                days.entrySet().stream()
                        .map(d -> new Coverage.Day(d.getKey(), d.getValue()[0], d.getValue()[1]))
                        .toList(),
                stations.entrySet().stream()
                        .flatMap(d ->
                                d.getValue().entrySet().stream()
                                        .map(s ->
                                                new Coverage.StationDay(
                                                        d.getKey(),
                                                        s.getKey(),
                                                        s.getValue()[0],
                                                        s.getValue()[1])))
                        .toList(),
                unrecorded,
                unordered);
    }

    private static Map<LocalDate, Map<String, int[]>> recorded(
            Transaction tx,
            Instant from,
            Instant to,
            ZoneId zone,
            List<Coverage.Unordered> unordered)
            throws SQLException {
        Map<LocalDate, Map<String, int[]>> stations = new TreeMap<>();
        tx.each(
                "SELECT s.*, EXISTS (SELECT 1 FROM order_waybill w WHERE w.waybill = s.waybill) OR"
                        + " EXISTS (SELECT 1 FROM shipment_code c JOIN shop_order o ON o.order_no ="
                        + " c.code WHERE c.shipment_id = s.id AND c.kind = 'ORDER') AS ordered FROM"
                        + " shipment s WHERE s.first_scan >= ? AND s.first_scan < ? ORDER BY"
                        + " s.first_scan DESC",
                row -> {
                    Instant at = row.instant("first_scan");
                    int[] counts =
                            stations.computeIfAbsent(day(at, zone), d -> new TreeMap<>())
                                    .computeIfAbsent(row.text("station"), s -> new int[2]);
                    counts[0]++;
                    if (row.flag("ordered")) {
                        counts[1]++;
                        return;
                    }
                    unordered.add(
                            new Coverage.Unordered(
                                    new ShipmentId(row.number("id")),
                                    new WaybillNo(row.text("waybill")),
                                    row.flag("bound"),
                                    row.text("station"),
                                    at));
                },
                from,
                to);
        return stations;
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
