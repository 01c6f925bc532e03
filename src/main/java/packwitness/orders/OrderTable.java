package packwitness.orders;

import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.Fen;
import packwitness.value.OrderId;
import packwitness.value.OrderNo;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL of orders that others read. */
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

    static List<Order.Item> items(Transaction tx, long order) throws SQLException {
        return tx.list(
                "SELECT t.text AS title, i.variant, i.sku, i.quantity FROM order_item i JOIN title"
                        + " t ON t.id = i.title_id WHERE i.order_id = ? ORDER BY i.line",
                OrderTable::item,
                order);
    }

    private static Order.Item item(Row row) throws SQLException {
        return new Order.Item(
                row.text("title"),
                row.maybeText("variant"),
                row.maybeText("sku"),
                (int) row.number("quantity"));
    }

    private static Order order(Transaction tx, long id) throws SQLException {
        List<Order.Item> items = items(tx, id);
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
