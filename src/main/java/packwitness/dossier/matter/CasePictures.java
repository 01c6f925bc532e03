package packwitness.dossier.matter;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.RefundClaim;
import packwitness.inspect.Inspection;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.Overlay;
import packwitness.inspect.compare.PictureComparer;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a case and inspects its pictures. */
final class CasePictures {
    private final EvidenceFolder files;
    private final PictureInspector inspector;
    private final PictureComparer comparer;

    CasePictures(EvidenceFolder files, PictureInspector inspector, PictureComparer comparer) {
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

    private Optional<CaseMaterial.Pair> best(
            RefundClaim claim, ClaimFile theirs, Map<Long, byte[]> bytes) {
        CaseMaterial.@Nullable Pair best = null;
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
        return Optional.ofNullable(best);
    }

    private static int rank(Comparison found) {
        return (found.copy() ? 1_000_000 : found.sideBySide() ? 500_000 : 0) + found.inliers();
    }

    private byte[] read(String relative) throws Failure {
        try {
            return Files.readAllBytes(files.at(relative));
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, files.at(relative));
        }
    }
}
