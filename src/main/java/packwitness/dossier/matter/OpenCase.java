package packwitness.dossier.matter;

import packwitness.claim.RefundClaim;
import packwitness.inspect.Inspection;
import packwitness.shipment.Shipment;

import java.util.List;
import java.util.Map;

/**
 * A claim with its parcel, its files read and its pictures examined once.
 *
 * @param bytes the files of the claim by their id
 */
public record OpenCase(
        RefundClaim claim,
        Shipment shipment,
        Map<Long, byte[]> bytes,
        Map<Long, Inspection> inspections,
        List<CaseMaterial.Pair> pairs) {
    CaseActs.Seen seen() {
        return CaseActs.Seen.of(inspections, pairs);
    }
}
