package packwitness.ui.claims;

import packwitness.claim.BuyerHistory;
import packwitness.claim.ClaimFile;
import packwitness.claim.ClaimOutcome;
import packwitness.claim.FileRole;
import packwitness.claim.Merchant;
import packwitness.claim.NewClaim;
import packwitness.claim.NewOutcome;
import packwitness.claim.RefundClaim;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.Making;
import packwitness.dossier.OpenDraft;
import packwitness.dossier.paper.Addressee;
import packwitness.platform.PlatformRule;
import packwitness.shipment.Shipment;
import packwitness.shop.Reminder;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.Wording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the claims screen asks of the book of claims; safe for any thread; all of it takes time. */
public interface ClaimService {
    /** Loads what comparing pictures needs, so that the first one does not wait for it. */
    void warmUp();

    /** Returns all claims: the open ones, what is lost first at the top, then those ended. */
    List<BoardLine> board() throws Failure;

    RefundClaim show(ClaimId id) throws Failure;

    Shipment shipment(ShipmentId id) throws Failure;

    /** Opens a claim; its parcel goes on hold with it. */
    RefundClaim open(NewClaim claim) throws Failure;

    /** Takes in a file byte for byte. */
    ClaimFile add(ClaimId id, FileRole role, Path source, String obtained) throws Failure;

    /** Records how the claim ended and what decided it; what was said before stays. */
    RefundClaim outcome(ClaimId id, NewOutcome outcome) throws Failure;

    /** Returns all that was said of how the claim ended, the newest first. */
    List<ClaimOutcome> outcomes(ClaimId id) throws Failure;

    /** Sets further facts of the claim by their names in a facts file. */
    RefundClaim facts(ClaimId id, Map<String, String> said) throws Failure;

    /** Corrects until when the platform hears the merchant. */
    RefundClaim due(ClaimId id, Instant deadline) throws Failure;

    /** Returns the names of the places whose lines are known, by their codes. */
    Map<String, Wording> places() throws Failure;

    /** Returns who the owner is, as papers name the shop. */
    Merchant merchant() throws Failure;

    /** Keeps the fields given; an empty text forgets one. */
    Merchant merchant(Map<Merchant.Field, String> said) throws Failure;

    /** Returns the deadlines that the owner should be told of now. */
    List<Reminder> reminders() throws Failure;

    /** Notes that the owner was told: no reminder comes twice. */
    void shown(Reminder reminder) throws Failure;

    /** Reads everything that a received picture says by itself. */
    PictureReport examine(ClaimFile file) throws Failure;

    /** Compares it with all of our pictures; returns the comparison that says most, if any. */
    Optional<Compared> compare(RefundClaim claim, ClaimFile file) throws Failure;

    /** Returns the buyer's history and what the law makes of the claim. */
    Standing standing(ClaimId id) throws Failure;

    /** Records whether the owner holds two claims for those of one person, and why. */
    void say(ClaimId one, ClaimId other, boolean same, String why) throws Failure;

    /** Notes a telephone number or an address of the claim's buyer; only its hash is kept. */
    void note(ClaimId id, BuyerHistory.Trait trait, String value) throws Failure;

    /** Opens the paper for this reader, to look at its pages and change its sentences. */
    OpenDraft draft(ClaimId id, Addressee addressee) throws Failure;

    /** Returns the channels that packs can be made for, those of the claim's platform first. */
    List<PlatformRule> rules(RefundClaim claim) throws Failure;

    /** Writes what the channel takes in into a folder of its own. */
    Packed pack(ClaimId id, PlatformRule rule, Making making) throws Failure;

    /** Makes the paper and the bag for this reader, with a courtesy translation where asked for. */
    MadeDossier make(ClaimId id, Addressee addressee, boolean english, Making making)
            throws Failure;
}
