package packwitness.ui.claims;

import packwitness.claim.BuyerHistory;
import packwitness.claim.ClaimFile;
import packwitness.claim.ClaimOutcome;
import packwitness.claim.ClaimState;
import packwitness.claim.FileRole;
import packwitness.claim.Merchant;
import packwitness.claim.NewClaim;
import packwitness.claim.NewOutcome;
import packwitness.claim.RefundClaim;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.Making;
import packwitness.dossier.OpenDraft;
import packwitness.dossier.paper.Addressee;
import packwitness.inspect.Inspection;
import packwitness.inspect.compare.Comparison;
import packwitness.platform.PlatformRule;
import packwitness.platform.PlatformRules;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.Take;
import packwitness.shop.DueClaim;
import packwitness.shop.Reminder;
import packwitness.shop.Shop;
import packwitness.storage.StorageProblem;
import packwitness.ui.kit.Images;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.Wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The book of claims of an opened shop. */
public record ShopClaims(Shop shop) implements ClaimService {
    private static final int THUMBNAIL = 300;
    private static final long MOST_PIXELS = 100_000_000;

    @Override
    public void warmUp() {
        shop.comparer().warmUp();
    }

    @Override
    public List<BoardLine> board() throws Failure {
        List<BoardLine> lines = new ArrayList<>();
        for (DueClaim due : shop.due()) lines.add(new BoardLine(due.claim(), Optional.of(due)));
        for (RefundClaim claim : shop.claims().list())
            if (claim.state() != ClaimState.OPEN) lines.add(new BoardLine(claim, Optional.empty()));
        return lines;
    }

    @Override
    public RefundClaim show(ClaimId id) throws Failure {
        return shop.claims().show(id);
    }

    @Override
    public Shipment shipment(ShipmentId id) throws Failure {
        return shop.index()
                .show(id)
                .orElseThrow(() -> new Failure(ShipmentProblem.UNKNOWN_WAYBILL, id));
    }

    @Override
    public RefundClaim open(NewClaim claim) throws Failure {
        return shop.claims().open(claim);
    }

    @Override
    public ClaimFile add(ClaimId id, FileRole role, Path source, String obtained) throws Failure {
        return shop.claims().add(id, role, source, obtained);
    }

    @Override
    public RefundClaim outcome(ClaimId id, NewOutcome outcome) throws Failure {
        return shop.claims().outcomes().say(id, outcome);
    }

    @Override
    public List<ClaimOutcome> outcomes(ClaimId id) throws Failure {
        return shop.claims().outcomes().of(id);
    }

    @Override
    public RefundClaim facts(ClaimId id, Map<String, String> said) throws Failure {
        return shop.claims().set(id, said);
    }

    @Override
    public RefundClaim due(ClaimId id, Instant deadline) throws Failure {
        return shop.claims().due(id, deadline);
    }

    @Override
    public Map<String, Wording> places() throws Failure {
        return shop.qualifier().places();
    }

    @Override
    public Merchant merchant() throws Failure {
        return Merchant.read(shop.vault());
    }

    @Override
    public Merchant merchant(Map<Merchant.Field, String> said) throws Failure {
        return Merchant.keep(shop.vault(), said);
    }

    @Override
    public List<Reminder> reminders() throws Failure {
        return shop.reminders();
    }

    @Override
    public void shown(Reminder reminder) throws Failure {
        shop.shown(reminder);
    }

    @Override
    public PictureReport examine(ClaimFile file) throws Failure {
        byte[] theirs = read(file.file());
        Inspection inspection = shop.inspector().inspect(theirs);
        // A header can promise a picture larger than the memory; such a one is not decoded.
        boolean decodable = (long) inspection.width() * inspection.height() <= MOST_PIXELS;
        return new PictureReport(
                inspection,
                decodable ? Images.read(theirs, THUMBNAIL, THUMBNAIL) : Optional.empty());
    }

    @Override
    public Optional<Compared> compare(RefundClaim claim, ClaimFile file) throws Failure {
        byte[] theirs = read(file.file());
        Optional<Candidate> best = Optional.empty();
        Optional<Comparison> said = Optional.empty();
        for (Candidate candidate : candidates(claim)) {
            Comparison now = shop.comparer().compare(read(candidate.file()), theirs);
            if (said.isPresent() && weight(now) <= weight(said.get())) continue;
            best = Optional.of(candidate);
            said = Optional.of(now);
            // Nothing says more than a changed copy.
            if (now.changed()) break;
        }
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(draw(best.get(), said.orElseThrow(), theirs));
    }

    @Override
    public Standing standing(ClaimId id) throws Failure {
        return new Standing(shop.claims().buyers().linksOf(id), shop.dossiers().qualify(id));
    }

    @Override
    public void say(ClaimId one, ClaimId other, boolean same, String why) throws Failure {
        shop.claims().buyers().say(one, other, same, why);
    }

    @Override
    public void note(ClaimId id, BuyerHistory.Trait trait, String value) throws Failure {
        shop.claims().buyers().note(id, trait, value);
    }

    @Override
    public OpenDraft draft(ClaimId id, Addressee addressee) throws Failure {
        return shop.dossiers().draft(id, addressee);
    }

    @Override
    public List<PlatformRule> rules(RefundClaim claim) throws Failure {
        PlatformRules all = shop.platformRules();
        List<PlatformRule> rules = new ArrayList<>(all.all());
        all.ofPlatform(claim.platform())
                .ifPresent(own -> {
                    rules.removeIf(rule -> rule.platform().equals(own.platform()));
                    rules.addAll(
                            0,
                            all.all().stream()
                                    .filter(rule -> rule.platform().equals(own.platform()))
                                    .toList());
                });
        return rules;
    }

    @Override
    public Packed pack(ClaimId id, PlatformRule rule, Making making) throws Failure {
        Path exports = shop.vault().root().resolve("exports");
        Path folder = exports.resolve("pack-" + id + "-" + rule.id());
        // What was handed in before is never written over.
        for (int again = 2; Files.exists(folder); again++)
            folder = exports.resolve("pack-" + id + "-" + rule.id() + "-" + again);
        return new Packed(rule, shop.dossiers().pack(id, rule, folder, making), folder);
    }

    @Override
    public MadeDossier make(ClaimId id, Addressee addressee, boolean english, Making making)
            throws Failure {
        return shop.dossiers().make(id, addressee, exports(id, addressee), english, making);
    }

    /** A paper is never written over: the next one lies in a folder of its own beside it. */
    private Path exports(ClaimId id, Addressee addressee) {
        Path exports = shop.vault().root().resolve("exports");
        String name = id + "-" + addressee.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path folder = exports;
        for (int again = 2;
                Files.exists(folder.resolve("dossier-" + name + ".pdf"))
                        || Files.exists(folder.resolve("dossier-" + name + "-en.pdf"))
                        || Files.exists(folder.resolve("bag-" + name));
                again++) folder = exports.resolve("again-" + again);
        return folder;
    }

    private List<Candidate> candidates(RefundClaim claim) throws Failure {
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimFile listing : claim.files(FileRole.LISTING))
            candidates.add(new Candidate(true, listing.name(), listing.file()));
        for (Take take : shipment(claim.shipment()).takes())
            for (Take.Still still : take.stills())
                candidates.add(new Candidate(false, String.valueOf(still.number()), still.file()));
        return candidates;
    }

    private Compared draw(Candidate candidate, Comparison comparison, byte[] theirs)
            throws Failure {
        return new Compared(
                candidate.listing(),
                candidate.name(),
                comparison,
                Pairs.of(read(candidate.file()), theirs, comparison));
    }

    /** One of our pictures. */
    private record Candidate(boolean listing, String name, String file) {}

    // A copy says more than the same things photographed again, and that more than nothing.
    private static int weight(Comparison said) {
        return (said.changed() ? 1_000_000 : 0)
                + (said.copy() ? 1_000_000 : 0)
                + (said.sideBySide() ? 500_000 : 0)
                + Math.min(said.inliers(), 400_000);
    }

    private byte[] read(String file) throws Failure {
        Path path = shop.vault().files().at(file);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, path);
        }
    }
}
