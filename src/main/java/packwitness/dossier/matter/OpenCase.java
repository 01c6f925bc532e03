package packwitness.dossier.matter;

import packwitness.claim.RefundClaim;
import packwitness.inspect.Inspection;
import packwitness.shipment.Shipment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;

/**
 * A claim with its parcel, its files read and its pictures examined once.
 *
 * @param bytes the files of the claim by their id
 * @param comparing the comparison of the pictures, which goes on beside other work
 */
public record OpenCase(
        RefundClaim claim,
        Shipment shipment,
        Map<Long, byte[]> bytes,
        Map<Long, Inspection> inspections,
        ForkJoinTask<List<CaseMaterial.Pair>> comparing) {
    CaseActs.Seen seen() {
        return CaseActs.Seen.of(inspections, pairs());
    }

    /** Returns the pictures side by side; waits until they are compared. */
    List<CaseMaterial.Pair> pairs() {
        return comparing.join();
    }
}
