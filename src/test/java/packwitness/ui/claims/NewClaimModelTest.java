package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.claim.NewClaim;
import packwitness.orders.Order;
import packwitness.shipment.Shipment;
import packwitness.value.Fen;
import packwitness.value.OrderId;
import packwitness.value.OrderNo;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class NewClaimModelTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");

    private final NewClaimModel form = new NewClaimModel(shipment(), NOW, ZONE);

    @Test
    void whatTheOrderKnowsIsFilledIn() {
        assertEquals("拼多多", form.platform().get());
        assertEquals("128.00", form.amount().get());
        assertEquals("小鱼儿", form.buyer().get());
    }

    @Test
    void theDayIsTheOneInShanghai() {
        assertEquals(LocalDate.of(2026, 11, 23), form.filedOn().get());
    }

    @Test
    void withoutAReasonItIsNotComplete() {
        assertFalse(form.complete());
        form.reason().set("收到就是裂的");
        assertTrue(form.complete());
    }

    @Test
    void nonsenseIsNoAmountAndNoDeadline() {
        form.reason().set("x");
        form.amount().set("一百");
        assertFalse(form.complete());
        form.amount().set("0");
        assertFalse(form.complete());
        form.amount().set("1,234.50");
        assertTrue(form.complete());
        form.deadline().set("tomorrow");
        assertFalse(form.complete());
        form.deadline().set("");
        assertTrue(form.complete());
    }

    @Test
    void theClaimIsWhatWasTyped() {
        form.reason().set("收到就是裂的");
        form.in(Duration.ofHours(48));
        form.obtained().set(true);
        NewClaim claim = form.make();
        assertEquals(new Fen(12_800), claim.amount());
        assertEquals(Optional.of(NOW.plus(Duration.ofHours(48))), claim.deadline());
        assertTrue(claim.obtained());
        assertEquals(Optional.of("小鱼儿"), claim.buyer());
    }

    private static Shipment shipment() {
        Order order =
                new Order(
                        new OrderId(1),
                        "拼多多",
                        new OrderNo("261122-1"),
                        Optional.of("小鱼儿"),
                        Optional.empty(),
                        Optional.of(new Fen(12_800)),
                        Optional.empty(),
                        List.of(),
                        List.of());
        return new Shipment(
                new ShipmentId(1),
                new WaybillNo("SF1234567890123"),
                true,
                List.of(),
                "1",
                NOW,
                NOW,
                Optional.empty(),
                List.of(order),
                List.of(),
                0);
    }
}
