package packwitness.ui.claims;

import packwitness.claim.ClaimFile;
import packwitness.claim.ClaimState;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.paper.Addressee;
import packwitness.shipment.Shipment;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the claims screen asks of the book of claims; safe for any thread; all of it takes time. */
public interface ClaimService {
    /** Returns all claims, the most urgent first. */
    List<RefundClaim> list() throws Failure;

    RefundClaim show(ClaimId id) throws Failure;

    Shipment shipment(ShipmentId id) throws Failure;

    /** Opens a claim; its parcel goes on hold with it. */
    RefundClaim open(NewClaim claim) throws Failure;

    /** Takes in a file byte for byte. */
    ClaimFile add(ClaimId id, FileRole role, Path source, String obtained) throws Failure;

    RefundClaim outcome(ClaimId id, ClaimState state, String decidedBy) throws Failure;

    /** Reads everything that a received picture says by itself. */
    PictureReport examine(ClaimFile file) throws Failure;

    /** Compares it with all of our pictures; returns the comparison that says most, if any. */
    Optional<Compared> compare(RefundClaim claim, ClaimFile file) throws Failure;

    /** Makes the paper and the bag for this reader. */
    MadeDossier make(ClaimId id, Addressee addressee) throws Failure;
}
