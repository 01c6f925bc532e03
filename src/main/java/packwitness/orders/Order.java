package packwitness.orders;

import packwitness.value.Fen;
import packwitness.value.OrderId;
import packwitness.value.OrderNo;
import packwitness.value.WaybillNo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One order of a platform as imported; personal data of the receiver is not taken in. */
public record Order(
        OrderId id,
        String platform,
        OrderNo number,
        Optional<String> buyer,
        Optional<String> note,
        Optional<Fen> paid,
        Optional<Instant> placedAt,
        List<Item> items,
        List<WaybillNo> waybills) {

    public Order {
        items = List.copyOf(items);
        waybills = List.copyOf(waybills);
    }

    /** One line of an order. */
    public record Item(
            String title, Optional<String> variant, Optional<String> sku, int quantity) {}
}
