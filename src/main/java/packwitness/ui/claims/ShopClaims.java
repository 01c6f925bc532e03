package packwitness.ui.claims;

import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimFile;
import packwitness.claim.ClaimState;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.dossier.DossierMaker;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.paper.Addressee;
import packwitness.inspect.Inspection;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.Overlay;
import packwitness.inspect.compare.PictureComparer;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.Take;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.ui.kit.Images;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The book of claims of an opened shop. */
public record ShopClaims(
        ClaimBook book,
        ShipmentIndex index,
        PictureInspector inspector,
        PictureComparer comparer,
        DossierMaker dossiers,
        Vault vault)
        implements ClaimService {
    private static final int THUMBNAIL = 300;
    private static final int DRAWING = 1600;
    private static final long MOST_PIXELS = 100_000_000;

    @Override
    public List<RefundClaim> list() throws Failure {
        return book.list();
    }

    @Override
    public RefundClaim show(ClaimId id) throws Failure {
        return book.show(id);
    }

    @Override
    public Shipment shipment(ShipmentId id) throws Failure {
        return index.show(id).orElseThrow(() -> new Failure(ShipmentProblem.UNKNOWN_WAYBILL, id));
    }

    @Override
    public RefundClaim open(NewClaim claim) throws Failure {
        return book.open(claim);
    }

    @Override
    public ClaimFile add(ClaimId id, FileRole role, Path source, String obtained) throws Failure {
        return book.add(id, role, source, obtained);
    }

    @Override
    public RefundClaim outcome(ClaimId id, ClaimState state, String decidedBy) throws Failure {
        return book.outcome(id, state, decidedBy);
    }

    @Override
    public PictureReport examine(ClaimFile file) throws Failure {
        byte[] theirs = read(file.file());
        Inspection inspection = inspector.inspect(theirs);
        // A header can promise a picture larger than the memory; such a one is not decoded.
        boolean decodable = (long) inspection.width() * inspection.height() <= MOST_PIXELS;
        return new PictureReport(
                inspection,
                decodable ? Images.read(theirs, THUMBNAIL, THUMBNAIL) : Optional.empty());
    }

    @Override
    public Optional<Compared> compare(RefundClaim claim, ClaimFile file) throws Failure {
        byte[] theirs = read(file.file());
        Optional<Pair> best = Optional.empty();
        for (Pair pair : pairs(claim)) {
            Pair done = pair.with(comparer.compare(read(pair.file()), theirs));
            if (best.isEmpty() || done.weight() > best.get().weight()) best = Optional.of(done);
            // Nothing says more than a changed copy.
            if (done.comparison().changed()) break;
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(draw(best.get(), theirs));
    }

    @Override
    public MadeDossier make(ClaimId id, Addressee addressee) throws Failure {
        return dossiers.make(id, addressee, vault.root().resolve("exports"));
    }

    private List<Pair> pairs(RefundClaim claim) throws Failure {
        List<Pair> pairs = new ArrayList<>();
        for (ClaimFile listing : claim.files(FileRole.LISTING))
            pairs.add(new Pair(true, listing.name(), listing.file(), Optional.empty()));
        for (Take take : shipment(claim.shipment()).takes())
            for (Take.Still still : take.stills())
                pairs.add(
                        new Pair(
                                false,
                                String.valueOf(still.number()),
                                still.file(),
                                Optional.empty()));
        return pairs;
    }

    private Compared draw(Pair pair, byte[] theirs) throws Failure {
        byte[] ours = read(pair.file());
        Comparison comparison = pair.comparison();
        byte[] drawing =
                comparison.copy()
                        ? Overlay.png(ours, theirs, comparison)
                        : comparison.sideBySide()
                                ? Overlay.sideBySide(ours, theirs, comparison)
                                : new byte[0];
        return new Compared(
                pair.listing(),
                pair.name(),
                comparison,
                drawing.length == 0 ? Optional.empty() : Images.read(drawing, DRAWING, DRAWING));
    }

    /** One of our pictures, and what it says of theirs. */
    private record Pair(boolean listing, String name, String file, Optional<Comparison> done) {
        Pair with(Comparison comparison) {
            return new Pair(listing, name, file, Optional.of(comparison));
        }

        Comparison comparison() {
            return done.orElseThrow();
        }

        // A copy says more than the same things photographed again, and that more than nothing.
        int weight() {
            Comparison said = comparison();
            return (said.changed() ? 1_000_000 : 0)
                    + (said.copy() ? 1_000_000 : 0)
                    + (said.sideBySide() ? 500_000 : 0)
                    + Math.min(said.inliers(), 400_000);
        }
    }

    private byte[] read(String file) throws Failure {
        Path path = vault.files().at(file);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, path);
        }
    }
}
