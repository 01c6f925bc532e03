package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.orders.OrderImport;
import packwitness.orders.RefundKind;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** A parcel whose order is being refunded is told to the packer, and recorded all the same. */
class RefundSignTest {
    private static final String ORDERS =
            "商品,订单号,售后状态,商家编码-规格维度,快递单号\n"
                    + "杯,261122-1,无售后或售后取消,A,SF1234567890123\n"
                    + "碗,261122-2,无售后或售后取消,B,YT9876543210987\n";
    private static final String REFUNDS = "售后编号,订单编号,售后状态,售后类型,退款金额,申请时间\n";

    @TempDir Path folder;
    private DeskGround ground;
    private OrderImport orders;

    @BeforeEach
    void open() throws Exception {
        ground = new DeskGround(folder, DeskGround.unwatched());
        orders = new OrderImport(ground.vault, ground.ledger, ZoneId.of("Asia/Shanghai"));
        take("orders.csv", ORDERS);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void anOpenRefundStopsThePackerAndNotTheRecording() throws Exception {
        take("r.csv", REFUNDS + "9001,261122-1,待商家处理,仅退款,9.90,2026-11-21 10:00\n");
        ground.desk.arm(DeskGround.CAMERA, "1");
        ScanOutcome outcome = ground.desk.scan(DeskGround.A);
        assertEquals(ScanOutcome.Kind.STARTED, outcome.kind(), "it is never refused");
        assertEquals(RefundKind.REFUND_ONLY, outcome.refund().orElseThrow().kind());
        assertTrue(ground.heard("refund", "amount", "9.90"), () -> ground.told.toString());
        assertTrue(ground.heard("refund", "state", "待商家处理"));
        Take take = ground.index.require(DeskGround.A).takes().getFirst();
        assertEquals(TakeState.RECORDING, take.state());
        assertEquals(List.of("REFUND_OPEN"), take.events().stream().map(TakeEvent::kind).toList());
    }

    @Test
    void anOrderWithoutOneIsPackedInPeace() throws Exception {
        take("r.csv", REFUNDS + "9001,261122-1,待商家处理,仅退款,9.90,2026-11-21 10:00\n");
        ground.desk.arm(DeskGround.CAMERA, "1");
        assertTrue(ground.desk.scan(DeskGround.B).refund().isEmpty());
        assertFalse(ground.told.stream().anyMatch(event -> event.kind().equals("refund")));
    }

    @Test
    void aRefundThatIsPaidOrWithdrawnStopsNobody() throws Exception {
        take("r.csv", REFUNDS + "9001,261122-1,待商家处理,仅退款,9.90,2026-11-21 10:00\n");
        take("later.csv", REFUNDS + "9001,261122-1,退款关闭,仅退款,9.90,2026-11-21 10:00\n");
        ground.desk.arm(DeskGround.CAMERA, "1");
        assertTrue(ground.desk.scan(DeskGround.A).refund().isEmpty());
    }

    private void take(String name, String text) throws Failure, java.io.IOException {
        orders.take(Files.writeString(folder.resolve(name), text));
    }
}
