package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;
import packwitness.value.WaybillNo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Importing again, after a crash, and back. */
class ImportAgainTest {
    private static final String HEAD = "商品,订单号,用户实付金额(元),商家编码-规格维度,快递单号,订单成交时间\n";

    @TempDir Path folder;
    private ImportWorld world;

    @BeforeEach
    void open() throws Failure {
        world = new ImportWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theSameFileAgainIsToldAndDoesNothing() throws Exception {
        Path file = world.write("a.csv", HEAD + "杯,261122-1,9.90,A,SF1234567890123,\n");
        assertFalse(world.orders.take(file).before());
        String once = world.everything();
        OrderImport.Imported again = world.orders.take(file);
        assertTrue(again.before());
        assertEquals(0, again.made());
        assertEquals(once, world.everything());
        assertEquals(1, world.orders.history(10).size());
    }

    @Test
    void anotherFileWithTheSameOrdersChangesNothing() throws Exception {
        world.orders.take(world.write("a.csv", HEAD + "杯,1-1,9.90,A,SF1,\n盘,1-1,9.90,B,SF1,\n"));
        String once = world.everything();
        OrderImport.Imported next =
                world.orders.take(
                        world.write(
                                "b.csv",
                                HEAD + "杯,1-1,9.90,A,SF1,\n盘,1-1,9.90,B,SF1,\n壶,1-2,5,C,SF2,\n"));
        assertEquals(1, next.made());
        assertEquals(0, next.changed());
        assertTrue(world.everything().startsWith(once.substring(0, 10)));
        assertEquals(2, world.ofNumber("1-1").getFirst().items().size());
    }

    @Test
    void aShippingFileTiesOrdersToWaybills() throws Exception {
        OrderImport.Imported first =
                world.orders.take(
                        world.write("dy.csv", "主订单编号,子订单编号,选购商品,订单应付金额\n\t69001,\t69001,杯,9.90\n"));
        assertEquals(1, first.withoutWaybill());
        OrderImport.Imported link =
                world.orders.take(
                        world.write("ship.csv", "订单号,快递公司,快递单号\n69001,顺丰,=\"SF1234567890123\"\n"));
        assertEquals(FileKind.SHIPPING, link.kind());
        assertEquals(1, link.changed());
        Order order = world.ofWaybill("SF1234567890123").getFirst();
        assertEquals("douyin", order.platform());
        assertEquals("杯", order.items().getFirst().title());
    }

    @Test
    void aShippingFileThatComesFirstIsFoundByItsOrders() throws Exception {
        world.orders.take(world.write("ship.csv", "订单号,快递单号\n69001,SF1234567890123\n"));
        world.orders.take(world.write("dy.csv", "主订单编号,选购商品,订单应付金额\n69001,杯,9.90\n"));
        assertEquals(1, world.ofNumber("69001").size());
        assertEquals("douyin", world.ofWaybill("SF1234567890123").getFirst().platform());
    }

    @Test
    void undoingTakesBackWhatTheImportBroughtAndNothingElse() throws Exception {
        world.orders.take(world.write("a.csv", HEAD + "杯,1-1,9.90,A,SF1,\n"));
        String before = world.everything();
        OrderImport.Imported second =
                world.orders.take(
                        world.write("b.csv", HEAD + "大杯,1-1,19.90,A,SF9,\n壶,1-2,5,C,SF2,\n"));
        assertNotEquals(before, world.everything());
        OrderImport.Undone undone = world.orders.undo(second.importId(), Progress.QUIET);
        assertEquals(before, world.everything());
        assertEquals(1, undone.removed());
        assertEquals(0, undone.left());
        assertEquals(
                OrdersProblem.ALREADY_UNDONE,
                assertThrows(
                                Failure.class,
                                () -> world.orders.undo(second.importId(), Progress.QUIET))
                        .problem());
    }

    @Test
    void undoingThatIsStoppedGoesOnWhereItStood() throws Exception {
        Path file = world.write("big.csv", rows(6000));
        long id = world.orders.take(file).importId();
        List<Long> told = new ArrayList<>();
        OrderImport.Undone part =
                world.orders.undo(
                        id,
                        (done, all) -> {
                            told.add(done);
                            assertTrue(done <= all, done + " of " + all);
                            return told.size() < 3;
                        });
        assertFalse(part.whole());
        assertTrue(told.getFirst() < told.getLast());
        assertNotEquals("", world.everything());
        assertEquals(ImportRecord.State.UNDOING, world.orders.history(9).getFirst().state());
        OrderImport.Undone rest = world.orders.undo(id, Progress.QUIET);
        assertTrue(rest.whole());
        assertTrue(rest.removed() > 0);
        assertEquals("", world.everything());
    }

    @Test
    void undoingThatIsStoppedIsFinishedByTheNextImport() throws Exception {
        long id = world.orders.take(world.write("big.csv", rows(6000))).importId();
        world.orders.undo(id, (done, all) -> false);
        String small = HEAD + "杯,1-1,9.90,A,SF1,\n";
        world.orders.take(world.write("a.csv", small));
        try (ImportWorld other = new ImportWorld(Files.createDirectory(folder.resolve("o")))) {
            other.orders.take(other.write("a.csv", small));
            assertEquals(other.everything(), world.everything());
        }
        assertEquals(ImportRecord.State.UNDONE, world.orders.history(9).getLast().state());
    }

    @Test
    void undoingLeavesWhatALaterImportChanged() throws Exception {
        OrderImport.Imported first =
                world.orders.take(
                        world.write("a.csv", HEAD + "杯,1-1,9.90,A,SF1,\n壶,1-2,5,C,SF2,\n"));
        world.orders.take(world.write("b.csv", HEAD + "杯,1-1,8.80,A,SF1,\n"));
        OrderImport.Undone undone = world.orders.undo(first.importId(), Progress.QUIET);
        assertEquals(1, undone.removed());
        assertEquals(1, undone.left());
        assertEquals("8.80", world.ofWaybill("SF1").getFirst().paid().orElseThrow().yuan());
        assertTrue(world.ofNumber("1-2").isEmpty());
    }

    @Test
    void anUndoneFileCanBeImportedAgain() throws Exception {
        Path file = world.write("a.csv", HEAD + "杯,1-1,9.90,A,SF1,\n");
        OrderImport.Imported first = world.orders.take(file);
        String once = world.everything();
        world.orders.undo(first.importId(), Progress.QUIET);
        assertTrue(world.ofNumber("1-1").isEmpty());
        assertFalse(world.orders.take(file).before());
        assertEquals(once, world.everything());
    }

    @Test
    void aCrashAtAnyPortionIsFinishedByTheNextImport() throws Exception {
        String all = rows(7000);
        Path file = world.write("big.csv", all);
        try (ImportWorld whole = new ImportWorld(Files.createDirectory(folder.resolve("w")))) {
            whole.orders.take(whole.write("big.csv", all));
            int portions = 0;
            int crashAt = 0;
            boolean crashed = true;
            while (crashed) {
                int stop = ++crashAt;
                int[] seen = {0};
                try {
                    world.orders.take(
                            file,
                            Mapping.NONE,
                            (done, rows) -> {
                                if (++seen[0] == stop) throw new Crash();
                                return true;
                            });
                    crashed = false;
                } catch (Crash crash) {
                    portions++;
                    if (portions > 4) {
                        // The next import of anything finishes what lies half done.
                        world.orders.take(
                                world.write("other.csv", "订单号,快递单号\n777,SF7777777777777\n"));
                        crashed = false;
                        whole.orders.take(
                                whole.write("other.csv", "订单号,快递单号\n777,SF7777777777777\n"));
                    }
                }
            }
            assertTrue(portions > 1, "the file was one portion only");
            assertEquals(whole.everything(), world.everything());
            assertTrue(
                    world.orders.history(9).stream()
                            .allMatch(r -> r.state() == ImportRecord.State.DONE));
        }
    }

    @Test
    void anImportThatIsStoppedGoesOnOrGoesBack() throws Exception {
        Path file = world.write("big.csv", rows(6000));
        OrderImport.Imported part = world.orders.take(file, Mapping.NONE, (done, rows) -> false);
        assertFalse(part.whole());
        assertTrue(part.made() > 0 && part.made() < 3000);
        world.orders.undo(part.importId(), Progress.QUIET);
        assertEquals("", world.everything());
    }

    @Test
    void aMappingIsRememberedForTheSameHeadingsInAnyOrder() throws Exception {
        Mapping said = new Mapping(Map.of("单子", Field.ORDER, "面单", Field.WAYBILL), Set.of("备注"));
        world.orders.take(world.write("a.csv", "单子,面单,备注\nX1,SF1,甲\n"), said, Progress.QUIET);
        assertTrue(world.ofWaybill("SF1").getFirst().note().isEmpty());
        world.orders.take(world.write("b.csv", "备注,面单,单子\n乙,SF2,X2\n"));
        assertEquals("X2", world.ofWaybill("SF2").getFirst().number().text());
        assertTrue(world.ofWaybill("SF2").getFirst().note().isEmpty());
    }

    @Test
    void refundsAreKeptAndUpdatedAndTheOpenOneIsFound() throws Exception {
        world.orders.take(world.write("a.csv", HEAD + "杯,1-1,9.90,A,SF1,\n"));
        String head = "售后编号,订单编号,售后状态,售后类型,退款金额,申请时间\n";
        OrderImport.Imported refunds =
                world.orders.take(
                        world.write("r.csv", head + "9001,1-1,待商家处理,仅退款,9.90,2026-11-21 10:00\n"));
        assertEquals(FileKind.REFUNDS, refunds.kind());
        assertEquals("pinduoduo", refunds.platform());
        Refund open = open("SF1").getFirst();
        assertEquals(RefundKind.REFUND_ONLY, open.kind());
        assertEquals("9.90", open.amount().orElseThrow().yuan());
        OrderImport.Imported later =
                world.orders.take(
                        world.write("r2.csv", head + "9001,1-1,退款成功,仅退款,9.90,2026-11-21 10:00\n"));
        assertEquals(1, world.refunds("1-1").size());
        assertTrue(open("SF1").isEmpty());
        world.orders.undo(later.importId(), Progress.QUIET);
        assertEquals(1, open("SF1").size());
    }

    @Test
    void anOrderFileTellsOfRefundsToo() throws Exception {
        world.orders.take(
                world.write(
                        "a.csv",
                        "商品,订单号,售后状态,商家编码-规格维度,快递单号\n"
                                + "杯,1-1,退款中,A,SF1\n杯,1-2,无售后或售后取消,A,SF2\n"));
        assertEquals(1, open("SF1").size());
        assertTrue(open("SF2").isEmpty());
        assertTrue(world.refunds("1-2").isEmpty());
    }

    private List<Refund> open(String waybill) throws Failure {
        return world.vault
                .database()
                .read(tx -> RefundTable.openOf(tx, new WaybillNo(waybill)).stream().toList());
    }

    private static String rows(int count) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < count; i++)
            text.append("杯")
                    .append(i % 50)
                    .append(",1-")
                    .append(i / 2)
                    .append(",9.90,A,SF")
                    .append(i / 2)
                    .append(",2026-11-22 09:30:00\n");
        return text.toString();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
