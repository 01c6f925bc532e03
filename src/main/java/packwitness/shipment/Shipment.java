package packwitness.shipment;

import packwitness.orders.Order;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One parcel with its takes, oldest first, and its orders where an import knows them.
 *
 * <p>Until it is bound its waybill is a provisional one: {@code ?} and the code that was scanned.
 *
 * @param holdReason why nothing of it may be deleted; empty when it is not on hold
 * @param bound whether its waybill was scanned
 * @param codes codes of orders and goods that were scanned for it
 * @param claims how many refund claims there are
 */
public record Shipment(
        ShipmentId id,
        WaybillNo waybill,
        boolean bound,
        List<ParcelCode> codes,
        String station,
        Instant firstScan,
        Instant lastScan,
        Optional<String> holdReason,
        List<Order> orders,
        List<Take> takes,
        int claims) {

    public Shipment {
        codes = List.copyOf(codes);
        orders = List.copyOf(orders);
        takes = List.copyOf(takes);
    }

    /** Returns the titles of what was ordered, joined; empty where no order is known. */
    public String title() {
        return String.join(
                "；",
                orders.stream().flatMap(o -> o.items().stream()).map(Order.Item::title).toList());
    }
}
