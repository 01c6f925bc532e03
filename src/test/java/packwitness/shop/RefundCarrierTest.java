package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.bench.KeptShop.Parcel;
import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.orders.OrderImport;
import packwitness.value.Failure;
import packwitness.value.Fen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a file of refunds does to the claims. */
class RefundCarrierTest {
    private static final String HEAD = "售后编号,订单编号,售后状态,售后类型,退款金额,申请时间,退款原因\n";
    private static final RefundCarrier.Carried NOTHING = new RefundCarrier.Carried(0, 0, 0, 0);

    @TempDir Path folder;
    private KeptShop shop;
    private OrderImport orders;
    private RefundCarrier carrier;
    private int files;

    @BeforeEach
    void open() throws Failure {
        shop = KeptShop.open(folder.resolve("vault"), Instant.parse("2026-11-22T04:00:00Z"), 1);
        orders = new OrderImport(shop.vault, shop.ledger, ZoneId.of("Asia/Shanghai"));
        carrier = new RefundCarrier(shop.vault, shop.claims, shop.clock());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aRefundOfARecordedParcelOpensAClaimThatHoldsIt() throws Exception {
        Parcel parcel = packed("1-1");
        refund("9001,1-1,待商家处理,仅退款,9.90,2026-11-21 10:00,碎了");
        assertEquals(new RefundCarrier.Carried(1, 0, 0, 0), carrier.carry(false));
        RefundClaim claim = shop.claims.of(parcel.shipment()).getFirst();
        assertEquals(new Fen(990), claim.amount());
        assertEquals("碎了", claim.reason());
        assertFalse(claim.obtained(), "nothing was paid yet");
        assertEquals(LocalDate.of(2026, 11, 21), claim.filedOn());
        assertEquals(Optional.of("小雨"), claim.buyer());
        assertTrue(shop.index.show(parcel.shipment()).orElseThrow().holdReason().isPresent());
        assertEquals(NOTHING, carrier.carry(false), "and only once");
    }

    @Test
    void newsOfTheRefundBringTheClaimUpToDate() throws Exception {
        Parcel parcel = packed("1-1");
        refund("9001,1-1,待商家处理,仅退款,9.90,2026-11-21 10:00,碎了");
        carrier.carry(false);
        refund("9001,1-1,退款成功,仅退款,8.00,2026-11-21 10:00,碎了");
        assertEquals(new RefundCarrier.Carried(0, 1, 0, 0), carrier.carry(false));
        List<RefundClaim> claims = shop.claims.of(parcel.shipment());
        assertEquals(1, claims.size());
        assertTrue(claims.getFirst().obtained());
        assertEquals(new Fen(800), claims.getFirst().amount());
        assertEquals(ClaimState.OPEN, claims.getFirst().state());
    }

    @Test
    void aRefundThatWasWithdrawnClosesItsClaim() throws Exception {
        Parcel parcel = packed("1-1");
        refund("9001,1-1,待商家处理,仅退款,9.90,2026-11-21 10:00,碎了");
        carrier.carry(false);
        refund("9001,1-1,退款关闭,仅退款,9.90,2026-11-21 10:00,碎了");
        carrier.carry(false);
        assertEquals(ClaimState.WITHDRAWN, shop.claims.of(parcel.shipment()).getFirst().state());
    }

    @Test
    void aClaimThatAPersonOpenedIsTheRefundsOwn() throws Exception {
        Parcel parcel = packed("1-1");
        RefundClaim byHand = shop.claim(parcel);
        refund("9001,1-1,待商家处理,仅退款,9.90,2026-11-21 10:00,碎了");
        assertEquals(new RefundCarrier.Carried(0, 1, 0, 0), carrier.carry(false));
        assertEquals(
                List.of(byHand.id()),
                shop.claims.of(parcel.shipment()).stream().map(RefundClaim::id).toList());
        // A second refund of the same order is another claim.
        refund("9002,1-1,待商家处理,仅退款,1.00,2026-11-22 10:00,少件");
        assertEquals(new RefundCarrier.Carried(1, 0, 0, 0), carrier.carry(false));
    }

    @Test
    void aRefundOfAParcelThatIsNotRecordedWaitsForIt() throws Exception {
        refund("9001,1-1,待商家处理,仅退款,9.90,2026-11-21 10:00,碎了");
        assertEquals(new RefundCarrier.Carried(0, 0, 1, 0), carrier.carry(false));
        Parcel parcel = packed("1-1");
        assertEquals(new RefundCarrier.Carried(1, 0, 0, 0), carrier.carry(false));
        assertEquals(1, shop.claims.of(parcel.shipment()).size());
    }

    @Test
    void returnsAndExchangesOpenNoneUnlessAsked() throws Exception {
        Parcel parcel = packed("1-1");
        refund("9001,1-1,待商家处理,退货退款,9.90,2026-11-21 10:00,碎了");
        refund("9002,1-1,待商家处理,换货,0,2026-11-21 10:00,碎了");
        assertEquals(new RefundCarrier.Carried(0, 0, 0, 2), carrier.carry(false));
        assertEquals(List.of(), shop.claims.of(parcel.shipment()));
    }

    private Parcel packed(String order) throws Failure, IOException {
        Parcel parcel = shop.pack(1);
        file("商品,订单号,买家昵称,快递单号,商家编码-规格维度\n杯," + order + ",小雨," + parcel.waybill() + ",A\n");
        return parcel;
    }

    private void refund(String row) throws Failure, IOException {
        file(HEAD + row + "\n");
    }

    private void file(String text) throws Failure, IOException {
        shop.pass(java.time.Duration.ofSeconds(1));
        orders.take(Files.writeString(folder.resolve("f" + ++files + ".csv"), text));
    }
}
