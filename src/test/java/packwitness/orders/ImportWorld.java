package packwitness.orders;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.OrderNo;
import packwitness.value.WaybillNo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A vault with imports, for tests. */
final class ImportWorld implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZONE);

    final Path folder;
    final Vault vault;
    final OrderImport orders;

    ImportWorld(Path folder) throws Failure {
        this.folder = folder;
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        orders = new OrderImport(vault, Ledger.open(vault.database(), key, CLOCK), ZONE);
    }

    Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    List<Order> ofWaybill(String waybill) throws Failure {
        return vault.database().read(tx -> OrderTable.ofWaybill(tx, new WaybillNo(waybill)));
    }

    List<Order> ofNumber(String order) throws Failure {
        return vault.database().read(tx -> OrderTable.ofNumber(tx, new OrderNo(order)));
    }

    List<Refund> refunds(String order) throws Failure {
        return vault.database().read(tx -> RefundTable.ofOrder(tx, new OrderNo(order)));
    }

    /** Every row of every table of orders, so that two states can be compared. */
    String everything() throws Failure {
        StringBuilder all = new StringBuilder();
        for (String sql :
                List.of(
                        "SELECT order_no || platform || coalesce(buyer, '-') || coalesce(note, '-')"
                                + " || coalesce(paid, '-') || coalesce(status, '-') AS line FROM"
                                + " shop_order ORDER BY platform, order_no",
                        "SELECT o.order_no || i.line || t.text || i.quantity AS line FROM"
                            + " order_item i JOIN shop_order o ON o.id = i.order_id JOIN title t ON"
                            + " t.id = i.title_id ORDER BY o.order_no, o.platform, i.line",
                        "SELECT o.order_no || w.waybill AS line FROM order_waybill w JOIN"
                                + " shop_order o ON o.id = w.order_id ORDER BY 1",
                        "SELECT order_no || refund_no || state || words || coalesce(amount, '-') AS"
                                + " line FROM order_refund ORDER BY order_no, refund_no"))
            vault.database()
                    .read(tx -> tx.list(sql, row -> row.text("line")))
                    .forEach(line -> all.append(line).append('\n'));
        return all.toString();
    }

    @Override
    public void close() {
        vault.close();
    }
}
