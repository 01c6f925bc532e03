package packwitness.orders;

import packwitness.storage.Transaction;
import packwitness.value.Fen;
import packwitness.value.OrderId;
import packwitness.value.OrderNo;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of orders. */
public final class OrderTable {
    private OrderTable() {}

    /**
     * Returns the orders that were sent under this waybill, oldest first; usually one, sometimes
     * none.
     */
    public static List<Order> ofWaybill(Transaction tx, WaybillNo waybill) throws SQLException {
        List<Long> ids =
                tx.list(
                        "SELECT order_id FROM order_waybill WHERE waybill = ? ORDER BY order_id",
                        row -> row.number("order_id"),
                        waybill.text());
        List<Order> orders = new ArrayList<>();
        for (long id : ids) orders.add(order(tx, id));
        return orders;
    }

    /** Returns the orders of this number, usually one; several platforms may use the same. */
    public static List<Order> ofNumber(Transaction tx, OrderNo number) throws SQLException {
        List<Long> ids =
                tx.list(
                        "SELECT id FROM shop_order WHERE order_no = ? ORDER BY id",
                        row -> row.number("id"),
                        number.text());
        List<Order> orders = new ArrayList<>();
        for (long id : ids) orders.add(order(tx, id));
        return orders;
    }

    /** Inserts the order, or brings the one of the same platform and number up to date. */
    static void upsert(Transaction tx, Order order, long importId) throws SQLException {
        Optional<Long> known =
                tx.first(
                        "SELECT id FROM shop_order WHERE platform = ? AND order_no = ?",
                        row -> row.number("id"),
                        order.platform(),
                        order.number().text());
        long id = known.isPresent() ? known.get() : tx.nextId();
        tx.run(
                "INSERT INTO shop_order (id, platform, order_no, buyer, note, paid, placed_at,"
                        + " import_id) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (platform, order_no) DO"
                        + " UPDATE SET buyer = coalesce(excluded.buyer, buyer), note ="
                        + " coalesce(excluded.note, note), paid = coalesce(excluded.paid, paid),"
                        + " placed_at = coalesce(excluded.placed_at, placed_at)",
                id,
                order.platform(),
                order.number().text(),
                order.buyer(),
                order.note(),
                order.paid(),
                order.placedAt(),
                importId);
        if (!order.items().isEmpty()) tx.run("DELETE FROM order_item WHERE order_id = ?", id);
        int line = 0;
        for (Order.Item item : order.items()) {
            tx.run("INSERT OR IGNORE INTO title (text) VALUES (?)", item.title());
            tx.run(
                    "INSERT INTO order_item (order_id, line, title_id, variant, sku, quantity)"
                            + " VALUES (?,?,(SELECT id FROM title WHERE text = ?),?,?,?)",
                    id,
                    ++line,
                    item.title(),
                    item.variant(),
                    item.sku(),
                    item.quantity());
        }
        for (WaybillNo waybill : order.waybills())
            tx.run(
                    "INSERT OR IGNORE INTO order_waybill (order_id, waybill) VALUES (?,?)",
                    id,
                    waybill.text());
    }

    private static Order order(Transaction tx, long id) throws SQLException {
        List<Order.Item> items =
                tx.list(
                        "SELECT t.text AS title, i.variant, i.sku, i.quantity FROM order_item i"
                                + " JOIN title t ON t.id = i.title_id WHERE i.order_id = ? ORDER BY"
                                + " i.line",
                        row ->
                                new Order.Item(
                                        row.text("title"),
                                        row.maybeText("variant"),
                                        row.maybeText("sku"),
                                        (int) row.number("quantity")),
                        id);
        List<WaybillNo> waybills =
                tx.list(
                        "SELECT waybill FROM order_waybill WHERE order_id = ? ORDER BY waybill",
                        row -> new WaybillNo(row.text("waybill")),
                        id);
        return tx.first(
                        "SELECT * FROM shop_order WHERE id = ?",
                        row ->
                                new Order(
                                        new OrderId(id),
                                        row.text("platform"),
                                        new OrderNo(row.text("order_no")),
                                        row.maybeText("buyer"),
                                        row.maybeText("note"),
                                        row.maybeNumber("paid").map(Fen::new),
                                        row.maybeInstant("placed_at"),
                                        items,
                                        waybills),
                        id)
                .orElseThrow();
    }
}
