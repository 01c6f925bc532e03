package packwitness.dossier.matter;

import packwitness.claim.ClaimBook;
import packwitness.claim.Merchant;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.StampLine;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.PictureComparer;
import packwitness.ledger.Attested;
import packwitness.ledger.Bracket;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Ledger;
import packwitness.ledger.PixelBound;
import packwitness.ledger.Report;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.Take;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads all that the other rooms know of a claim; safe for any thread. */
public final class CaseReader {
    private static final Set<EntryKind> NO_FACTS = Set.of(EntryKind.EXPORT, EntryKind.VIEW);

    private final CasePictures pictures;
    private final Vault vault;
    private final Ledger ledger;
    private final ShipmentIndex index;
    private final ClaimBook claims;
    private final CaseCounsel counsel;
    private final Supplier<String> program;

    public CaseReader(
            Vault vault,
            Ledger ledger,
            ShipmentIndex index,
            ClaimBook claims,
            PictureInspector inspector,
            PictureComparer comparer,
            CaseCounsel counsel,
            Supplier<String> program) {
        this.pictures = new CasePictures(vault.files(), inspector, comparer);
        this.vault = vault;
        this.ledger = ledger;
        this.index = index;
        this.claims = claims;
        this.counsel = counsel;
        this.program = program;
    }

    /** Reads the files of a claim and examines its pictures. */
    public OpenCase open(ClaimId id) throws Failure {
        RefundClaim claim = claims.show(id);
        Shipment shipment = index.show(claim.shipment()).orElseThrow();
        Map<Long, byte[]> bytes = pictures.bytes(claim);
        // The comparison takes longest: it runs beside the inspection and whatever comes next.
        ForkJoinTask<List<CaseMaterial.Pair>> comparing =
                ForkJoinPool.commonPool().submit(() -> pictures.pairs(claim, bytes));
        return new OpenCase(claim, shipment, bytes, pictures.inspections(claim, bytes), comparing);
    }

    /**
     * Returns the whole material of a case as it is now.
     *
     * @param report what the verifier says of the bag
     * @param bag where that bag stood; its path is not printed
     */
    public CaseMaterial material(OpenCase open, Report report, Path bag) throws Failure {
        Map<TakeId, Bracket> brackets = new HashMap<>();
        Map<TakeId, PixelBound> pixels = new HashMap<>();
        List<Long> bounded = new ArrayList<>();
        for (Take take : open.shipment().takes()) {
            if (take.stop().isEmpty()) continue;
            brackets.put(take.id(), bracket(take));
            ledger.pixelBound(take.id()).ifPresent(seen -> pixels.put(take.id(), seen));
            bounded.add(take.startSeq());
            bounded.add(take.stop().get().seq());
        }
        List<Entry> entries = entries(open.claim());
        List<StampLine> stamps =
                Attested.around(ledger, bounded).stream().map(CaseReader::line).toList();
        return new CaseMaterial(
                open.claim(),
                open.shipment(),
                open.bytes(),
                pictures.stills(open.shipment()),
                open.inspections(),
                open.pairs(),
                counsel.others(open.claim()),
                counsel.qualify(open),
                brackets,
                pixels,
                entries,
                stamps,
                report,
                bag,
                last(open, entries, stamps),
                Merchant.read(vault),
                program.get());
    }

    /** The same case gives the same paper, on whatever day: its date is that of its last fact. */
    private static Instant last(OpenCase open, List<Entry> entries, List<StampLine> stamps) {
        return Stream.concat(entries.stream().map(Entry::at), stamps.stream().map(StampLine::at))
                .max(Comparator.naturalOrder())
                .orElse(open.claim().openedAt());
    }

    private Bracket bracket(Take take) throws Failure {
        Bracket start = ledger.bracketOf(take.startSeq());
        Bracket stop = ledger.bracketOf(take.stop().orElseThrow().seq());
        return new Bracket(
                start.notBefore(), start.notBeforeBy(), stop.notAfter(), stop.notAfterBy());
    }

    private List<Entry> entries(RefundClaim claim) throws Failure {
        Map<Long, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : ledger.entriesOf(claim.shipment())) entries.put(entry.seq(), entry);
        for (Entry entry : ledger.entriesOf(claim.id())) entries.put(entry.seq(), entry);
        // Papers made of the case and looks at it are no part of it: they would change the next.
        return entries.values().stream()
                .filter(entry -> !NO_FACTS.contains(entry.kind()))
                .sorted(Comparator.comparing(Entry::seq))
                .toList();
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
}
