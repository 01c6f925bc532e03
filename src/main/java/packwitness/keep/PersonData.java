package packwitness.keep;

import packwitness.value.ShipmentId;

import java.time.Instant;
import java.util.List;

/**
 * What the vault holds of a person.
 *
 * @param parcels their parcels, oldest first
 * @param orders orders that name them or went out with these parcels
 */
public record PersonData(List<Parcel> parcels, List<Order> orders) {
    public PersonData {
        parcels = List.copyOf(parcels);
        orders = List.copyOf(orders);
    }

    /**
     * One parcel.
     *
     * @param values personal values that stand beside the ledger
     * @param videos recordings whose video is still in the vault
     * @param claims refund claims
     */
    public record Parcel(
            ShipmentId id,
            String waybill,
            Instant at,
            int values,
            int videos,
            int claims,
            boolean held) {}

    /** One order. */
    public record Order(long id, String platform, String number, String buyer, boolean note) {}

    public boolean isEmpty() {
        return parcels.isEmpty() && orders.isEmpty();
    }

    public long held() {
        return parcels.stream().filter(Parcel::held).count();
    }
}
