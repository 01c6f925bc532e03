package packwitness.shipment;

import packwitness.orders.Order;
import packwitness.orders.OrderTable;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.OrderNo;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of shipments and of what happens at the desk. */
final class ShipmentTable {
    /**
     * A waybill number that comes back after this long is another parcel: carriers reuse numbers.
     */
    private static final Duration REUSE = Duration.ofDays(180);

    private static final int LONGEST_CODE = 63;

    private ShipmentTable() {}

    /** Returns the shipment of this waybill, made where there is none from the last 180 days. */
    static ShipmentId shipmentFor(Transaction tx, WaybillNo waybill, String station)
            throws SQLException {
        Optional<ShipmentId> known = known(tx, waybill);
        if (known.isPresent()) {
            tx.run("UPDATE shipment SET last_scan = ? WHERE id = ?", tx.now(), known.get().value());
            return known.get();
        }
        ShipmentId id = new ShipmentId(tx.nextId());
        tx.run(
                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan) VALUES"
                        + " (?,?,?,?,?)",
                id.value(),
                waybill.text(),
                station,
                tx.now(),
                tx.now());
        return id;
    }

    /** Makes a parcel whose waybill is not known yet. */
    static ShipmentId unbound(Transaction tx, Optional<ParcelCode> code, String station)
            throws SQLException {
        ShipmentId id = new ShipmentId(tx.nextId());
        tx.run(
                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan, bound) VALUES"
                        + " (?,?,?,?,?,0)",
                id.value(),
                provisional(id, code).text(),
                station,
                tx.now(),
                tx.now());
        return id;
    }

    /** Returns what stands for a waybill until there is one; no scan ever reads as this. */
    static WaybillNo provisional(ShipmentId id, Optional<ParcelCode> code) {
        String text = code.map(ParcelCode::code).orElse(id.toString());
        return new WaybillNo("?" + text.substring(0, Math.min(text.length(), LONGEST_CODE)));
    }

    /** Returns the newest parcel of this waybill that a take recorded now belongs to. */
    static Optional<ShipmentId> known(Transaction tx, WaybillNo waybill) throws SQLException {
        return tx.first(
                "SELECT id FROM shipment WHERE waybill = ? AND last_scan > ? ORDER BY id DESC",
                row -> new ShipmentId(row.number("id")),
                waybill.text(),
                tx.now().minus(REUSE));
    }

    static WaybillNo waybillOf(Transaction tx, ShipmentId id) throws SQLException {
        return tx.first(
                        "SELECT waybill FROM shipment WHERE id = ?",
                        row -> new WaybillNo(row.text("waybill")),
                        id.value())
                .orElseThrow();
    }

    static boolean isBound(Transaction tx, ShipmentId id) throws SQLException {
        return tx.first(
                        "SELECT bound FROM shipment WHERE id = ?",
                        row -> row.flag("bound"),
                        id.value())
                .orElse(false);
    }

    /** Gives a parcel its waybill, and the waybill to the orders whose number was scanned. */
    static void bind(Transaction tx, ShipmentId parcel, WaybillNo waybill) throws SQLException {
        tx.run(
                "UPDATE shipment SET waybill = ?, bound = 1, last_scan = ? WHERE id = ?",
                waybill.text(),
                tx.now(),
                parcel.value());
        nameOrders(tx, parcel, waybill);
    }

    /** Makes the takes and codes of one parcel those of another and forgets the empty one. */
    static void join(Transaction tx, ShipmentId from, ShipmentId to, int after)
            throws SQLException {
        tx.run(
                "UPDATE take SET shipment_id = ?, number = number + ? WHERE shipment_id = ?",
                to.value(),
                after,
                from.value());
        tx.run(
                "UPDATE shipment_code SET shipment_id = ? WHERE shipment_id = ?",
                to.value(),
                from.value());
        tx.run("UPDATE shipment SET last_scan = ? WHERE id = ?", tx.now(), to.value());
        tx.run("DELETE FROM shipment WHERE id = ?", from.value());
        nameOrders(tx, to, waybillOf(tx, to));
    }

    private static void nameOrders(Transaction tx, ShipmentId parcel, WaybillNo waybill)
            throws SQLException {
        tx.run(
                "INSERT OR IGNORE INTO order_waybill (order_id, waybill) SELECT o.id, ? FROM"
                        + " shop_order o JOIN shipment_code c ON c.code = o.order_no WHERE"
                        + " c.shipment_id = ? AND c.kind = 'ORDER'",
                waybill.text(),
                parcel.value());
    }

    /** Notes that a code seen in the picture turned out to be the waybill. */
    static void matches(Transaction tx, TakeId take, String code) throws SQLException {
        tx.run(
                "UPDATE sighting SET matches = 1 WHERE take_id = ? AND code = ?",
                take.value(),
                code);
    }

    static void addCode(Transaction tx, ShipmentId shipment, ParcelCode.Kind kind, String code)
            throws SQLException {
        tx.run(
                "INSERT INTO shipment_code (id, shipment_id, kind, code, at) VALUES (?,?,?,?,?)",
                tx.nextId(),
                shipment.value(),
                kind,
                code,
                tx.now());
    }

    private static List<ParcelCode> codes(Transaction tx, ShipmentId shipment) throws SQLException {
        return tx.list(
                "SELECT * FROM shipment_code WHERE shipment_id = ? ORDER BY id",
                row ->
                        new ParcelCode(
                                ParcelCode.Kind.valueOf(row.text("kind")),
                                row.text("code"),
                                row.instant("at")),
                shipment.value());
    }

    /** Returns the orders of the waybill and those whose own number was scanned, each once. */
    static List<Order> orders(Transaction tx, WaybillNo waybill, List<ParcelCode> codes)
            throws SQLException {
        List<Order> orders = new ArrayList<>(OrderTable.ofWaybill(tx, waybill));
        for (ParcelCode code : codes)
            if (code.kind() == ParcelCode.Kind.ORDER && code.code().length() <= LONGEST_CODE)
                for (Order order : OrderTable.ofNumber(tx, new OrderNo(code.code())))
                    if (orders.stream().noneMatch(o -> o.id().equals(order.id())))
                        orders.add(order);
        return orders;
    }

    static Optional<Shipment> shipment(Transaction tx, ShipmentId id) throws SQLException {
        Optional<Shipment> bare =
                tx.first(
                        "SELECT *, (SELECT count(*) FROM claim WHERE shipment_id = shipment.id) AS"
                                + " claims FROM shipment WHERE id = ?",
                        ShipmentTable::bareShipment,
                        id.value());
        if (bare.isEmpty()) return bare;
        Shipment s = bare.get();
        List<ParcelCode> codes = codes(tx, id);
        return Optional.of(
                new Shipment(
                        s.id(),
                        s.waybill(),
                        s.bound(),
                        codes,
                        s.station(),
                        s.firstScan(),
                        s.lastScan(),
                        s.holdReason(),
                        orders(tx, s.waybill(), codes),
                        TakeTable.takesOf(tx, s.id()),
                        s.claims()));
    }

    static void insertEvent(
            Transaction tx, String station, Optional<TakeId> take, String kind, String detail)
            throws SQLException {
        insertEvent(tx, station, take, kind, detail, Optional.empty(), Optional.empty());
    }

    static void insertEvent(
            Transaction tx,
            String station,
            Optional<TakeId> take,
            String kind,
            String detail,
            Optional<Instant> from,
            Optional<Instant> to)
            throws SQLException {
        tx.run(
                "INSERT INTO desk_event (id, station, take_id, kind, detail, at, from_at, to_at)"
                        + " VALUES (?,?,?,?,?,?,?,?)",
                tx.nextId(),
                station,
                take.map(TakeId::value),
                kind,
                detail,
                tx.now(),
                from,
                to);
    }

    private static Shipment bareShipment(Row row) throws SQLException {
        return new Shipment(
                new ShipmentId(row.number("id")),
                new WaybillNo(row.text("waybill")),
                row.flag("bound"),
                List.of(),
                row.text("station"),
                row.instant("first_scan"),
                row.instant("last_scan"),
                row.maybeText("hold_reason"),
                List.of(),
                List.of(),
                (int) row.number("claims"));
    }

    /** Returns the moment a take's file begins, for names of folders. */
    static String folderOf(Instant at, java.time.ZoneId zone) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(zone).format(at);
    }
}
