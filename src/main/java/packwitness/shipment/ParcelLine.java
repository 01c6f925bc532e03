package packwitness.shipment;

import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.time.Instant;
import java.util.Optional;

/**
 * What a list shows of one parcel.
 *
 * @param title of what was ordered, joined; empty where no order is known
 * @param order the number of its first order
 * @param buyer the name of its first order's buyer
 * @param still the file of its newest key frame, relative to the vault
 * @param takes how often it was recorded
 * @param whole whether nothing is missing in its recordings
 */
public record ParcelLine(
        ShipmentId id,
        WaybillNo waybill,
        boolean bound,
        String station,
        Instant lastScan,
        String title,
        Optional<String> order,
        Optional<String> buyer,
        Optional<String> still,
        int takes,
        boolean whole,
        boolean held,
        int claims) {}
