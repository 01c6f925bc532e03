package packwitness.dossier;

import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimFacts;
import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.RefundClaim;
import packwitness.inspect.Inspection;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.Overlay;
import packwitness.inspect.compare.PictureComparer;
import packwitness.inspect.label.AigcLabel;
import packwitness.law.ActFacts;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of a case, inspects its pictures and states its facts for the law. */
final class CaseReader {
    private final EvidenceFolder files;
    private final PictureInspector inspector;
    private final PictureComparer comparer;

    CaseReader(EvidenceFolder files, PictureInspector inspector, PictureComparer comparer) {
        this.files = files;
        this.inspector = inspector;
        this.comparer = comparer;
    }

    Map<Long, byte[]> bytes(RefundClaim claim) throws Failure {
        Map<Long, byte[]> bytes = new LinkedHashMap<>();
        for (ClaimFile file : claim.files()) bytes.put(file.id(), read(file.file()));
        return bytes;
    }

    Map<String, byte[]> stills(Shipment shipment) throws Failure {
        Map<String, byte[]> bytes = new HashMap<>();
        for (Take take : shipment.takes())
            for (Take.Still still : take.stills()) bytes.put(still.file(), read(still.file()));
        return bytes;
    }

    Map<Long, Inspection> inspections(RefundClaim claim, Map<Long, byte[]> bytes) {
        Map<Long, Inspection> found = new LinkedHashMap<>();
        for (ClaimFile file : claim.files(FileRole.BUYER))
            found.put(file.id(), inspector.inspect(bytes.getOrDefault(file.id(), new byte[0])));
        return found;
    }

    /** Returns each of the buyer's pictures beside the picture of ours that fits it best. */
    List<CaseMaterial.Pair> pairs(RefundClaim claim, Map<Long, byte[]> bytes) {
        List<CaseMaterial.Pair> pairs = new ArrayList<>();
        for (ClaimFile theirs : claim.files(FileRole.BUYER))
            best(claim, theirs, bytes).ifPresent(pairs::add);
        return pairs;
    }

    private java.util.Optional<CaseMaterial.Pair> best(
            RefundClaim claim, ClaimFile theirs, Map<Long, byte[]> bytes) {
        CaseMaterial.@org.jspecify.annotations.Nullable Pair best = null;
        byte[] received = bytes.getOrDefault(theirs.id(), new byte[0]);
        for (ClaimFile ours : claim.files(FileRole.LISTING)) {
            byte[] reference = bytes.getOrDefault(ours.id(), new byte[0]);
            Comparison found = comparer.compare(reference, received);
            if (best != null && rank(found) <= rank(best.comparison())) continue;
            byte[] overlay =
                    found.copy()
                            ? RegionsDrawing.of(received, found.regions())
                                    .orElseGet(() -> Overlay.png(reference, received, found))
                            : Overlay.sideBySide(reference, received, found);
            best = new CaseMaterial.Pair(ours, theirs, found, overlay);
        }
        return java.util.Optional.ofNullable(best);
    }

    private static int rank(Comparison found) {
        return (found.copy() ? 1_000_000 : found.sideBySide() ? 500_000 : 0) + found.inliers();
    }

    /** What the buyer's pictures showed. */
    record Seen(boolean changedCopy, boolean label) {
        static Seen of(Map<Long, Inspection> inspections, List<CaseMaterial.Pair> pairs) {
            return new Seen(
                    pairs.stream().anyMatch(pair -> pair.comparison().changed()),
                    inspections.values().stream()
                            .flatMap(inspection -> inspection.labels().stream())
                            .anyMatch(AigcLabel::readable));
        }
    }

    /**
     * States the facts of the claim for the law; what was not said is not assumed against the
     * buyer.
     */
    static ActFacts facts(RefundClaim claim, Seen seen, List<BuyerLink> others, LocalDate today)
            throws Failure {
        boolean label = seen.label();
        String evidence = ClaimFacts.AI_EVIDENCE.of(claim);
        if (evidence.isEmpty()) evidence = seen.changedCopy() ? "strong" : label ? "weak" : "none";
        StringBuilder yaml = new StringBuilder();
        line(yaml, "as_of", "'" + today + "'");
        yaml.append("acts:\n");
        act(yaml, claim);
        others.forEach(link -> act(yaml, link.other()));
        yaml.append("forum_candidates:\n");
        for (String forum : ClaimFacts.FORUM_CANDIDATES.of(claim).split(","))
            yaml.append("- ").append(forum).append('\n');
        line(yaml, "same_person_proved", samePerson(claim, others));
        line(yaml, "goods_returned", ClaimFacts.GOODS_RETURNED.of(claim));
        line(yaml, "refund_by", claim.obtained() ? ClaimFacts.REFUND_BY.of(claim) : "none");
        line(yaml, "ai_evidence", evidence);
        yaml.append("label:\n  state: ").append(label ? "present" : "unknown").append('\n');
        yaml.append("platform:\n  heard_merchant: ").append(ClaimFacts.HEARD_MERCHANT.of(claim));
        yaml.append("\n  automatic: ").append(ClaimFacts.AUTOMATIC.of(claim));
        yaml.append("\n  rule_forced: ").append(ClaimFacts.RULE_FORCED.of(claim)).append('\n');
        optional(yaml, "buyer_age", ClaimFacts.BUYER_AGE.of(claim), "");
        optional(yaml, "reported_on", ClaimFacts.REPORTED_ON.of(claim), "'");
        String knew = ClaimFacts.KNEW_ON.of(claim);
        line(yaml, "knew_on", "'" + (knew.isEmpty() ? claim.filedOn() : knew) + "'");
        return ActFacts.fromYaml(yaml.toString());
    }

    private static void act(StringBuilder yaml, RefundClaim claim) {
        yaml.append("- date: '").append(claim.filedOn()).append("'\n");
        yaml.append("  amount: '").append(claim.amount().yuan()).append("'\n");
        yaml.append("  outcome: ").append(claim.obtained() ? "obtained" : "attempted").append('\n');
    }

    /** What the owner said holds; else sums are added up only where each link is a strong one. */
    private static String samePerson(RefundClaim claim, List<BuyerLink> others) {
        if (claim.facts().containsKey(ClaimFacts.SAME_PERSON_PROVED.key()) || others.isEmpty())
            return ClaimFacts.SAME_PERSON_PROVED.of(claim);
        boolean strong = others.stream().allMatch(link -> link.strength() == BuyerLink.Strength.A);
        return String.valueOf(strong);
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private static void optional(StringBuilder yaml, String key, String value, String quote) {
        line(yaml, key, value.isEmpty() ? "null" : quote + value + quote);
    }

    private byte[] read(String relative) throws Failure {
        try {
            return Files.readAllBytes(files.at(relative));
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, files.at(relative));
        }
    }
}
