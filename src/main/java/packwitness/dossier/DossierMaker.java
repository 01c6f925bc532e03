package packwitness.dossier;

import packwitness.capture.FrameReader;
import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimBook;
import packwitness.claim.RefundClaim;
import packwitness.dossier.draft.DraftBook;
import packwitness.dossier.matter.CaseAssembler;
import packwitness.dossier.matter.CaseCounsel;
import packwitness.dossier.matter.CaseMaterial;
import packwitness.dossier.matter.CaseReader;
import packwitness.dossier.matter.OpenCase;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Scope;
import packwitness.dossier.print.DossierWriter;
import packwitness.dossier.print.WrittenPaper;
import packwitness.inspect.Inspection;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.PictureComparer;
import packwitness.law.ActFacts;
import packwitness.law.Qualification;
import packwitness.law.Qualifier;
import packwitness.ledger.Bag;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.ledger.PaperKey;
import packwitness.ledger.Report;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TimestampAuthority;
import packwitness.ledger.Verifier;
import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRule;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.ShipmentProblem;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the paper and the bag of a claim; safe for any thread. */
public final class DossierMaker {
    private static final String REHEARSAL = "rehearsal";
    private static final Report NOT_CHECKED = new Report(List.of(), List.of());

    private final Vault vault;
    private final Ledger ledger;
    private final StampQueue stamps;
    private final CaseReader reader;
    private final CaseCounsel counsel;
    private final PaperMaker papers;
    private final BagPacker bags;
    private final PackMaker packs;
    private final DraftBook drafts;

    public DossierMaker(
            Vault vault,
            Ledger ledger,
            StampQueue stamps,
            List<TimestampAuthority> authorities,
            PaperKey.Source key,
            ShipmentIndex index,
            ClaimBook claims,
            PictureInspector inspector,
            PictureComparer comparer,
            Qualifier qualifier,
            Clock clock,
            Supplier<String> program) {
        this.vault = vault;
        this.ledger = ledger;
        this.stamps = stamps;
        this.counsel = new CaseCounsel(qualifier, claims, clock);
        this.reader =
                new CaseReader(vault, ledger, index, claims, inspector, comparer, counsel, program);
        this.papers = new PaperMaker(authorities, key, clock);
        this.bags = new BagPacker(vault.files(), ledger, clock);
        this.packs = new PackMaker(vault, ledger);
        this.drafts = new DraftBook(vault);
    }

    /** Begins to read what every paper needs: fonts, laws, the decoder. Returns at once. */
    public static void prepare() {
        for (Runnable first :
                List.<Runnable>of(DossierWriter::prepare, Qualifier::shipped, FrameReader::prepare))
            ForkJoinPool.commonPool().execute(first);
    }

    /**
     * Writes {@code dossier-<claim>-<addressee>.pdf} and the bag {@code bag-<claim>-<addressee>}
     * into the folder; nothing half-written is left there where it fails.
     */
    public MadeDossier make(ClaimId id, Addressee addressee, Path folder) throws Failure {
        return make(id, addressee, folder, false, Making.UNWATCHED);
    }

    /**
     * The same with a courtesy translation beside it where the owner asks for one: {@code
     * dossier-<claim>-<addressee>-en.pdf}. The Chinese paper decides. It can be followed and ended;
     * what was ended leaves no file behind.
     */
    public MadeDossier make(
            ClaimId id, Addressee addressee, Path folder, boolean english, Making making)
            throws Failure {
        making.to(Making.Step.READ);
        prepare();
        OpenCase open = reader.open(id);
        if (open.shipment().takes().stream().allMatch(take -> take.stop().isEmpty()))
            throw new Failure(ShipmentProblem.NO_VIDEO, open.shipment().waybill());
        String name = id + "-" + addressee.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path pdf = folder.resolve("dossier-" + name + ".pdf");
        Path bag = folder.resolve("bag-" + name);
        Optional<Path> translation =
                english
                        ? Optional.of(folder.resolve("dossier-" + name + "-en.pdf"))
                        : Optional.empty();
        for (Path taken : List.of(pdf, bag, translation.orElse(pdf)))
            if (Files.exists(taken)) throw new Failure(StorageProblem.FILE_EXISTS, taken);
        try (WorkFolder work = WorkFolder.in(folder)) {
            return make(open, addressee, work, pdf, translation, bag, making);
        }
    }

    /**
     * Writes what one channel of a platform takes in of the case into the folder, and the export
     * into the ledger. The folder must be new or empty.
     */
    public ImagePack pack(ClaimId id, PlatformRule rule, Path folder) throws Failure {
        return pack(id, rule, folder, Making.UNWATCHED);
    }

    /** Does the same and lets it be followed and ended; what was ended leaves no file behind. */
    public ImagePack pack(ClaimId id, PlatformRule rule, Path folder, Making making)
            throws Failure {
        PackMaker.requireEmpty(folder);
        making.to(Making.Step.READ);
        OpenCase open = reader.open(id);
        making.to(Making.Step.WRITE);
        // A pack prints no checks.
        Dossier dossier =
                dossier(open, Addressee.PLATFORM, reader.material(open, NOT_CHECKED, folder));
        return packs.pack(open.claim(), dossier, rule, folder, making);
    }

    /** Opens the paper for its owner to read and change; the bag is not checked for it. */
    public OpenDraft draft(ClaimId id, Addressee addressee) throws Failure {
        OpenCase open = reader.open(id);
        CaseMaterial material = reader.material(open, NOT_CHECKED, vault.root());
        return new OpenDraft(
                drafts,
                id,
                addressee,
                assembled(material, addressee, Lang.ZH, Scope.PAPER),
                addressee == Addressee.PLATFORM
                        ? List.of(assembled(material, addressee, Lang.ZH, Scope.ANNEX))
                        : List.of(),
                Optional.of(assembled(material, addressee, Lang.EN, Scope.PAPER)));
    }

    /** Says what the law makes of the claim as it stands, its pictures inspected. */
    public Qualification qualify(ClaimId id) throws Failure {
        return counsel.qualify(reader.open(id));
    }

    /**
     * States the facts of the claim and of those tied to it as if deceit could be shown: no picture
     * is read.
     */
    public ActFacts supposed(RefundClaim claim, List<BuyerLink> others) throws Failure {
        return counsel.supposed(claim, others);
    }

    private Dossier dossier(OpenCase open, Addressee addressee, CaseMaterial material)
            throws Failure {
        return OpenDraft.worded(
                assembled(material, addressee, Lang.ZH, Scope.PAPER),
                drafts.changes(open.claim().id(), addressee));
    }

    private Dossier assembled(CaseMaterial material, Addressee addressee, Lang lang, Scope scope) {
        return new CaseAssembler(material, lang).dossier(addressee, scope, counsel);
    }

    /** Writes the whole case behind a short paper, worded as the paper is. */
    private Optional<Path> annex(CaseMaterial material, Dossier dossier, WorkFolder work)
            throws Failure {
        Addressee addressee = dossier.cover().addressee();
        if (addressee != Addressee.PLATFORM) return Optional.empty();
        Path annex = work.resolve("annex.pdf");
        papers.write(
                assembled(material, addressee, Lang.ZH, Scope.ANNEX).withWording(dossier.wording()),
                annex);
        return Optional.of(annex);
    }

    private Optional<Path> translation(CaseMaterial material, Dossier dossier, WorkFolder work)
            throws Failure {
        Path english = work.resolve("dossier-en.pdf");
        papers.write(
                assembled(material, dossier.cover().addressee(), Lang.EN, Scope.PAPER)
                        .withWording(dossier.wording()),
                english);
        return Optional.of(english);
    }

    private MadeDossier make(
            OpenCase open,
            Addressee addressee,
            WorkFolder work,
            Path pdf,
            Optional<Path> english,
            Path bag,
            Making making)
            throws Failure {
        noteInspections(open);
        making.to(Making.Step.REHEARSE);
        anchor();
        Path rehearsal = work.resolve(REHEARSAL);
        // One for both: what the rehearsal found in the videos is known by its hashes afterwards.
        Verifier verifier = new Verifier();
        CaseMaterial material =
                reader.material(open, bags.rehearse(open, rehearsal, verifier), rehearsal);
        making.to(Making.Step.WRITE);
        Dossier dossier = dossier(open, addressee, material);
        Path unsettled = work.resolve("dossier.pdf");
        WrittenPaper paper = papers.write(dossier, unsettled);
        List<Path> all = new ArrayList<>(List.of(unsettled));
        annex(material, dossier, work).ifPresent(all::add);
        Optional<Path> translated =
                english.isPresent() ? translation(material, dossier, work) : Optional.empty();
        translated.ifPresent(all::add);
        making.to(Making.Step.PACK);
        note(open.claim(), addressee, pdf, paper);
        try {
            anchor();
            Bag made = bags.pack(open, all, bag);
            making.to(Making.Step.CHECK);
            Report report = verifier.verify(List.of(bag));
            note(open.claim(), addressee, made);
            if (english.isPresent()) move(translated.orElseThrow(), english.get());
            move(unsettled, pdf);
            return new MadeDossier(pdf, paper, english, made, report);
        } catch (Failure | RuntimeException e) {
            WorkFolder.delete(bag);
            english.ifPresent(WorkFolder::delete);
            try {
                withdraw(open.claim(), addressee, paper);
            } catch (Failure second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static void move(Path unsettled, Path settled) throws Failure {
        try {
            Files.move(unsettled, settled);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, settled);
        }
    }

    /** What was noted as handed out and never was: the index forgets it, the ledger says so. */
    private void withdraw(RefundClaim claim, Addressee addressee, WrittenPaper paper)
            throws Failure {
        vault.database()
                .write(tx -> {
                    tx.run(
                            "DELETE FROM dossier WHERE claim_id = ? AND sha256 = ?",
                            claim.id().value(),
                            paper.sha256());
                    return ledger.append(
                            tx,
                            EntryKind.EXPORT,
                            Facts.of()
                                    .shipment(claim.shipment())
                                    .claim(claim.id())
                                    .with("what", "dossier not handed out")
                                    .with("addressee", addressee)
                                    .with("sha256", paper.sha256()));
                });
    }

    private void note(RefundClaim claim, Addressee addressee, Path pdf, WrittenPaper paper)
            throws Failure {
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO dossier (id, claim_id, addressee, pdf, sha256, at)"
                                    + " VALUES (?,?,?,?,?,?)",
                            tx.nextId(),
                            claim.id().value(),
                            addressee,
                            String.valueOf(pdf.getFileName()),
                            paper.sha256(),
                            tx.now());
                    return ledger.append(
                            tx,
                            EntryKind.EXPORT,
                            Facts.of()
                                    .shipment(claim.shipment())
                                    .claim(claim.id())
                                    .with("what", "dossier")
                                    .with("addressee", addressee)
                                    .with("sha256", paper.sha256()));
                });
    }

    private void note(RefundClaim claim, Addressee addressee, Bag made) throws Failure {
        Facts facts =
                Facts.of()
                        .shipment(claim.shipment())
                        .claim(claim.id())
                        .with("what", "bag")
                        .with("addressee", addressee)
                        .with("manifest_sha256", made.manifest());
        vault.database().write(tx -> ledger.append(tx, EntryKind.EXPORT, facts));
    }

    /** Notes each inspection once: to look again finds the same and adds nothing. */
    private void noteInspections(OpenCase open) throws Failure {
        Set<String> noted =
                ledger.entriesOf(open.claim().id()).stream()
                        .filter(entry -> entry.kind() == EntryKind.INSPECT)
                        .map(entry -> seen(entry.facts()))
                        .collect(Collectors.toSet());
        List<Inspection> fresh =
                open.inspections().values().stream().filter(i -> !noted.contains(seen(i))).toList();
        vault.database()
                .write(tx -> {
                    for (Inspection inspection : fresh)
                        ledger.append(
                                tx,
                                EntryKind.INSPECT,
                                Facts.of()
                                        .shipment(open.claim().shipment())
                                        .claim(open.claim().id())
                                        .with("sha256", inspection.received())
                                        .with("finding", inspection.finding())
                                        .with("trust_list", inspection.trustList()));
                    return fresh.size();
                });
    }

    private static String seen(Inspection inspection) {
        return inspection.received().hex()
                + " "
                + inspection.finding()
                + " "
                + inspection.trustList();
    }

    private static String seen(Map<String, String> facts) {
        return facts.get("sha256") + " " + facts.get("finding") + " " + facts.get("trust_list");
    }

    /**
     * Signs a checkpoint and asks for its stamp; silence of the authorities is told by the bracket.
     */
    private void anchor() throws Failure {
        ledger.checkpoint();
        stamps.stampPending();
    }
}
