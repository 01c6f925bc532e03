package packwitness.dossier;

import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.RefundClaim;
import packwitness.inspect.Inspection;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.PictureComparer;
import packwitness.law.ActFacts;
import packwitness.law.Qualification;
import packwitness.law.Qualifier;
import packwitness.ledger.Attested;
import packwitness.ledger.Bag;
import packwitness.ledger.BagRequest;
import packwitness.ledger.BagWriter;
import packwitness.ledger.Bracket;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.ledger.LedgerProblem;
import packwitness.ledger.PaperKey;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.Report;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TimestampAuthority;
import packwitness.ledger.Verifier;
import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRule;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.Take;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Problem;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the paper and the bag of a claim; safe for any thread. */
public final class DossierMaker {
    private static final String REHEARSAL = "rehearsal";
    private static final Set<Problem> UNSTAMPED =
            Set.of(
                    DossierProblem.NOT_STAMPED,
                    LedgerProblem.AUTHORITY_SILENT,
                    LedgerProblem.STAMP_REFUSED);

    private final Vault vault;
    private final Ledger ledger;
    private final StampQueue stamps;
    private final List<TimestampAuthority> authorities;
    private final PaperKey key;
    private final ShipmentIndex index;
    private final ClaimBook claims;
    private final CaseReader reader;
    private final Qualifier qualifier;
    private final Clock clock;
    private final String program;

    public DossierMaker(
            Vault vault,
            Ledger ledger,
            StampQueue stamps,
            List<TimestampAuthority> authorities,
            PaperKey key,
            ShipmentIndex index,
            ClaimBook claims,
            PictureInspector inspector,
            PictureComparer comparer,
            Qualifier qualifier,
            Clock clock,
            String program) {
        this.vault = vault;
        this.ledger = ledger;
        this.stamps = stamps;
        this.authorities = List.copyOf(authorities);
        this.key = key;
        this.index = index;
        this.claims = claims;
        this.reader = new CaseReader(vault.files(), inspector, comparer);
        this.qualifier = qualifier;
        this.clock = clock;
        this.program = program;
    }

    /**
     * Writes {@code dossier-<claim>-<addressee>.pdf} and the bag {@code bag-<claim>-<addressee>}
     * into the folder; nothing half-written is left there where it fails.
     */
    public MadeDossier make(ClaimId id, Addressee addressee, Path folder) throws Failure {
        RefundClaim claim = claims.show(id);
        Shipment shipment = index.show(claim.shipment()).orElseThrow();
        if (shipment.takes().stream().allMatch(take -> take.stop().isEmpty()))
            throw new Failure(ShipmentProblem.NO_VIDEO, shipment.waybill());
        String name = id + "-" + addressee.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path pdf = folder.resolve("dossier-" + name + ".pdf");
        Path bag = folder.resolve("bag-" + name);
        for (Path taken : List.of(pdf, bag))
            if (Files.exists(taken)) throw new Failure(StorageProblem.FILE_EXISTS, taken);
        Path work = workFolder(folder);
        try {
            return make(claim, shipment, addressee, work, pdf, bag);
        } finally {
            delete(work);
        }
    }

    /**
     * Writes what one channel of a platform takes in of the case into the folder, and the export
     * into the ledger. The folder must be new or empty.
     */
    public ImagePack pack(ClaimId id, PlatformRule rule, Path folder) throws Failure {
        if (Files.exists(folder) && !isEmpty(folder))
            throw new Failure(StorageProblem.FILE_EXISTS, folder);
        RefundClaim claim = claims.show(id);
        Shipment shipment = index.show(claim.shipment()).orElseThrow();
        Map<Long, byte[]> bytes = reader.bytes(claim);
        CaseMaterial material =
                material(
                        claim,
                        shipment,
                        bytes,
                        reader.inspections(claim, bytes),
                        reader.pairs(claim, bytes),
                        // A pack prints no checks.
                        new Report(List.of(), List.of()),
                        folder);
        PackContent content =
                new PackContent(
                        new CaseAssembler(material)
                                .dossier(Addressee.PLATFORM, qualifier.checkedUpTo().zh()));
        try {
            ImagePack pack = ImagePack.write(rule, content.pictures(), content.sentences(), folder);
            notePack(claim, rule, pack);
            return pack;
        } catch (Failure | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private void notePack(RefundClaim claim, PlatformRule rule, ImagePack pack) throws Failure {
        Facts facts =
                Facts.of()
                        .shipment(claim.shipment())
                        .claim(claim.id())
                        .with("what", "pack")
                        .with("rule", rule.id())
                        .with("rule_checked_on", rule.checkedOn());
        for (Path file : pack.files()) {
            try {
                facts.with("sha256_" + name(file), EvidenceFolder.hash(file));
            } catch (IOException e) {
                throw new Failure(StorageProblem.FILE_UNREADABLE, e, file);
            }
        }
        vault.database().write(tx -> ledger.append(tx, EntryKind.EXPORT, facts));
    }

    /** Returns the file's name without its ending. */
    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("[.].*", "");
    }

    private static boolean isEmpty(Path folder) throws Failure {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
    }

    /** Says what the law makes of the claim as it stands, its pictures inspected. */
    public Qualification qualify(ClaimId id) throws Failure {
        RefundClaim claim = claims.show(id);
        Map<Long, byte[]> bytes = reader.bytes(claim);
        return qualifier.qualify(
                CaseReader.facts(
                        claim,
                        CaseReader.Seen.of(
                                reader.inspections(claim, bytes), reader.pairs(claim, bytes)),
                        claims.buyers().confirmed(id),
                        today()));
    }

    /**
     * States the facts of the claim and of those tied to it as if deceit could be shown: no picture
     * is read.
     */
    public ActFacts supposed(RefundClaim claim, List<BuyerLink> others) throws Failure {
        return CaseReader.facts(claim, new CaseReader.Seen(true, false), others, today());
    }

    private MadeDossier make(
            RefundClaim claim,
            Shipment shipment,
            Addressee addressee,
            Path work,
            Path pdf,
            Path bag)
            throws Failure {
        Map<Long, byte[]> bytes = reader.bytes(claim);
        Map<Long, Inspection> inspections = reader.inspections(claim, bytes);
        List<CaseMaterial.Pair> pairs = reader.pairs(claim, bytes);
        noteInspections(claim, inspections);
        anchor();
        CaseMaterial material =
                material(
                        claim,
                        shipment,
                        bytes,
                        inspections,
                        pairs,
                        rehearse(claim, shipment, work),
                        work.resolve(REHEARSAL));
        Dossier dossier =
                new CaseAssembler(material).dossier(addressee, qualifier.checkedUpTo().zh());
        Path draft = work.resolve("dossier.pdf");
        WrittenPaper paper = write(dossier, draft);
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
        anchor();
        List<PayloadFile> files = new ArrayList<>(payload(claim, shipment));
        files.add(new PayloadFile(draft, "dossier.pdf", packwitness.ledger.FileRole.DOSSIER));
        Bag made = BagWriter.write(request(claim, bag, files));
        try {
            Files.move(draft, pdf);
        } catch (IOException e) {
            delete(bag);
            throw new Failure(StorageProblem.NOT_WRITABLE, e, pdf);
        }
        Report report = new Verifier().verify(List.of(bag));
        return new MadeDossier(pdf, paper, made, report);
    }

    /**
     * Writes the bag without its paper into the work folder and checks it: the paper prints the
     * result.
     */
    private Report rehearse(RefundClaim claim, Shipment shipment, Path work) throws Failure {
        Path rehearsal = work.resolve(REHEARSAL);
        BagWriter.write(request(claim, rehearsal, payload(claim, shipment)));
        Report report = new Verifier().verify(List.of(rehearsal));
        delete(rehearsal);
        return report;
    }

    private CaseMaterial material(
            RefundClaim claim,
            Shipment shipment,
            Map<Long, byte[]> bytes,
            Map<Long, Inspection> inspections,
            List<CaseMaterial.Pair> pairs,
            Report report,
            Path rehearsal)
            throws Failure {
        Map<TakeId, Bracket> brackets = new HashMap<>();
        List<Long> bounded = new ArrayList<>();
        for (Take take : shipment.takes()) {
            if (take.stop().isEmpty()) continue;
            Bracket start = ledger.bracketOf(take.startSeq());
            Bracket stop = ledger.bracketOf(take.stop().get().seq());
            brackets.put(
                    take.id(),
                    new Bracket(
                            start.notBefore(),
                            start.notBeforeBy(),
                            stop.notAfter(),
                            stop.notAfterBy()));
            bounded.add(take.startSeq());
            bounded.add(take.stop().get().seq());
        }
        Map<Long, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : ledger.entriesOf(claim.shipment())) entries.put(entry.seq(), entry);
        for (Entry entry : ledger.entriesOf(claim.id())) entries.put(entry.seq(), entry);
        List<BuyerLink> others = claims.buyers().confirmed(claim.id());
        Qualification qualification =
                qualifier.qualify(
                        CaseReader.facts(
                                claim, CaseReader.Seen.of(inspections, pairs), others, today()));
        return new CaseMaterial(
                claim,
                shipment,
                bytes,
                reader.stills(shipment),
                inspections,
                pairs,
                others,
                qualification,
                brackets,
                entries.values().stream().sorted(Comparator.comparing(Entry::seq)).toList(),
                ledger.newest(),
                Attested.around(ledger, bounded).stream().map(DossierMaker::line).toList(),
                report,
                rehearsal,
                clock.instant(),
                program);
    }

    private static StampLine line(Attested stamp) {
        return new StampLine(
                new ExhibitNo(ExhibitList.PROOF, 1),
                stamp.at(),
                stamp.authority(),
                Authority.valueOf(stamp.kind().name()),
                stamp.serial(),
                stamp.checkpoint().size(),
                stamp.checkpoint().root());
    }

    private WrittenPaper write(Dossier dossier, Path pdf) throws Failure {
        for (TimestampAuthority authority : authorities) {
            try {
                return write(dossier, pdf, Optional.of(authority::stamp));
            } catch (Failure e) {
                if (!UNSTAMPED.contains(e.problem())) throw e;
            }
        }
        // Without an answer the paper is still signed; the bag's stamps tell its time later.
        return write(dossier, pdf, Optional.empty());
    }

    private WrittenPaper write(Dossier dossier, Path pdf, Optional<Stamper> stamper)
            throws Failure {
        return DossierWriter.write(dossier, pdf, new PdfSigner(key.key(), key.chain(), stamper));
    }

    private BagRequest request(RefundClaim claim, Path target, List<PayloadFile> files) {
        return new BagRequest(
                ledger,
                target,
                files,
                List.of(claim.shipment()),
                List.of(claim.id()),
                "PW-" + claim.id(),
                clock.instant());
    }

    private List<PayloadFile> payload(RefundClaim claim, Shipment shipment) {
        List<PayloadFile> files = new ArrayList<>();
        for (Take take : shipment.takes()) {
            if (take.stop().isEmpty()) continue;
            files.add(
                    new PayloadFile(
                            vault.files().at(take.file()),
                            CaseFilming.bagName(take),
                            packwitness.ledger.FileRole.ORIGINAL));
            for (Take.Still still : take.stills())
                files.add(
                        new PayloadFile(
                                vault.files().at(still.file()),
                                CaseFilming.bagName(take, still),
                                packwitness.ledger.FileRole.KEY_FRAME,
                                Optional.of(
                                        new PayloadFile.Cut(
                                                CaseFilming.bagName(take),
                                                still.frame(),
                                                still.at(),
                                                still.pixels()))));
        }
        for (ClaimFile file : claim.files())
            files.add(
                    new PayloadFile(
                            vault.files().at(file.file()),
                            CaseBuyer.bagName(file),
                            file.role() == FileRole.BUYER
                                    ? packwitness.ledger.FileRole.RECEIVED
                                    : packwitness.ledger.FileRole.OTHER));
        return files;
    }

    private void noteInspections(RefundClaim claim, Map<Long, Inspection> inspections)
            throws Failure {
        vault.database()
                .write(tx -> {
                    for (Inspection inspection : inspections.values())
                        ledger.append(
                                tx,
                                EntryKind.INSPECT,
                                Facts.of()
                                        .shipment(claim.shipment())
                                        .claim(claim.id())
                                        .with("sha256", inspection.received())
                                        .with("finding", inspection.finding())
                                        .with("trust_list", inspection.trustList()));
                    return inspections.size();
                });
    }

    /**
     * Signs a checkpoint and asks for its stamp; silence of the authorities is told by the bracket.
     */
    private void anchor() throws Failure {
        ledger.checkpoint();
        stamps.stampPending();
    }

    private LocalDate today() {
        return clock.instant().atZone(Times.BEIJING).toLocalDate();
    }

    private static Path workFolder(Path folder) throws Failure {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, ".making-");
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            System.getLogger("packwitness.dossier")
                    .log(System.Logger.Level.WARNING, "left over: " + folder.getFileName(), e);
        }
    }
}
