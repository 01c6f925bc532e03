package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.WaybillNo;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class OrderImportTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZONE);
    private static final String HEAD = "商品,订单号,用户实付金额(元),商家编码-规格维度,快递单号,订单成交时间\n";

    @TempDir Path folder;
    private Vault vault;
    private OrderImport orders;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        orders = new OrderImport(vault, Ledger.open(vault.database(), key, CLOCK), ZONE);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aPlatformsFileIsUnderstoodWithItsTabsAndThousands() throws Exception {
        Path file =
                write(
                        HEAD
                                + "青瓷杯,\t261122-1,\"1,168.00\",SKU,\tSF1234567890123,2026-11-22"
                                + " 09:30:00\n");
        OrderImport.Imported done = orders.take(file);
        assertEquals("pinduoduo", done.platform());
        Order order = only("SF1234567890123");
        assertEquals("261122-1", order.number().text());
        assertEquals(Optional.of(Fen.ofYuan("1168.00")), order.paid());
        assertEquals(Optional.of(Instant.parse("2026-11-22T01:30:00Z")), order.placedAt());
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        Path file = write(HEAD + "青瓷杯,261122-1,9.90,SKU,SF1234567890123,\n");
        orders.take(file);
        orders.take(file);
        assertEquals(1, only("SF1234567890123").items().size());
    }

    @Test
    void rowsOfOneOrderBecomeOneOrder() throws Exception {
        Path file =
                write(
                        HEAD
                                + "青瓷杯,261122-1,9.90,A,SF1234567890123,\n"
                                + "茶盘,261122-1,9.90,B,SF1234567890123,\n");
        assertEquals(1, orders.take(file).orders());
        assertEquals(
                List.of("青瓷杯", "茶盘"),
                only("SF1234567890123").items().stream().map(Order.Item::title).toList());
    }

    @Test
    void gb18030IsRead() throws Exception {
        Path file = folder.resolve("gbk.csv");
        Files.write(
                file,
                (HEAD + "龘字杯,1,9.90,A,SF1234567890123,\n").getBytes(Charset.forName("GB18030")));
        orders.take(file);
        assertEquals("龘字杯", only("SF1234567890123").items().getFirst().title());
    }

    @Test
    void aSpoiltNumberIsRefusedAndNothingTakenIn() throws Exception {
        Path file = write(HEAD + "杯,261122-1,9.90,A,SF1234567890123,\n杯,2.61122E+17,9.90,A,SF1,\n");
        Failure failure = assertThrows(Failure.class, () -> orders.take(file));
        assertEquals(OrdersProblem.SPOILT_NUMBER, failure.problem());
        assertTrue(find("SF1234567890123").isEmpty());
    }

    @Test
    void wrappersAroundNumbersAreTakenOff() {
        assertEquals("321000000000000001", Bare.of("=\"321000000000000001\""));
        assertEquals("0123", Bare.of("'0123\t"));
    }

    @Test
    void aFileWithoutOrderNumbersSaysWhatItHas() throws Exception {
        Path file = write("甲,乙\n1,2\n");
        Failure failure = assertThrows(Failure.class, () -> orders.take(file));
        assertEquals(OrdersProblem.NO_ORDER_COLUMN, failure.problem());
        assertEquals("甲、乙", failure.details().get(1));
    }

    @Test
    void garbageIsOneClearProblem() throws Exception {
        Path file = folder.resolve("x.xlsx");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9});
        assertEquals(
                OrdersProblem.UNREADABLE,
                assertThrows(Failure.class, () -> orders.take(file)).problem());
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("orders.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Order only(String waybill) throws Failure {
        List<Order> found = find(waybill);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private List<Order> find(String waybill) throws Failure {
        return vault.database().read(tx -> OrderTable.ofWaybill(tx, new WaybillNo(waybill)));
    }
}
