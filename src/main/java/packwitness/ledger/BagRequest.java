package packwitness.ledger;

import packwitness.value.ClaimId;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a bag shall hold: all rows of these parcels and claims in full text, and these files.
 *
 * @param target folder of the bag, which must not exist yet
 * @param title one line for bag-info.txt, without personal data
 * @param madeAt time printed in the bag
 */
public record BagRequest(
        Ledger ledger,
        Path target,
        List<PayloadFile> files,
        List<ShipmentId> shipments,
        List<ClaimId> claims,
        String title,
        Instant madeAt) {
    public BagRequest {
        files = List.copyOf(files);
        shipments = List.copyOf(shipments);
        claims = List.copyOf(claims);
    }
}
