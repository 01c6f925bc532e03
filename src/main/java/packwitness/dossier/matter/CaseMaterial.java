package packwitness.dossier.matter;

import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimFile;
import packwitness.claim.Merchant;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.StampLine;
import packwitness.inspect.Inspection;
import packwitness.inspect.compare.Comparison;
import packwitness.law.Qualification;
import packwitness.ledger.Bracket;
import packwitness.ledger.Entry;
import packwitness.ledger.PixelBound;
import packwitness.ledger.Report;
import packwitness.shipment.Shipment;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the other rooms know of a claim, as it was at one moment.
 *
 * @param bytes the files of the claim by their id
 * @param stills the JPEG bytes of the stills by their path in the vault
 * @param others the claims that the owner ascribes to the same buyer
 * @param brackets when the STOP row of a take was written, by the take
 * @param pixels what a camera saw of the code of a checkpoint, by the take
 * @param entries the rows of parcel and claim
 * @param stamps the STAMP rows that bound them
 * @param madeAt the time of the last fact of the case
 * @param report what our verifier says of the bag without the paper
 * @param rehearsal where that bag stood; of no use to a reader
 * @param merchant who the owner is, as far as he said
 */
public record CaseMaterial(
        RefundClaim claim,
        Shipment shipment,
        Map<Long, byte[]> bytes,
        Map<String, byte[]> stills,
        Map<Long, Inspection> inspections,
        List<Pair> pairs,
        List<BuyerLink> others,
        Qualification qualification,
        Map<TakeId, Bracket> brackets,
        Map<TakeId, PixelBound> pixels,
        List<Entry> entries,
        List<StampLine> stamps,
        Report report,
        Path rehearsal,
        Instant madeAt,
        Merchant merchant,
        String program) {

    /** One of our pictures beside one of the buyer's. */
    public record Pair(ClaimFile ours, ClaimFile theirs, Comparison comparison, byte[] overlay) {}
}
