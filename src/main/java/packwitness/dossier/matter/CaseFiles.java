package packwitness.dossier.matter;

import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.ledger.PayloadFile;
import packwitness.shipment.Take;
import packwitness.shipment.View;
import packwitness.storage.EvidenceFolder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of a case under the names that the bag and the papers give them. */
public final class CaseFiles {
    private CaseFiles() {}

    /** Returns recordings, key frames and the files of the claim, as a bag takes them. */
    public static List<PayloadFile> payload(OpenCase open, EvidenceFolder folder) {
        List<PayloadFile> files = new ArrayList<>();
        for (Take take : open.shipment().takes()) {
            if (take.stop().isEmpty()) continue;
            files.add(
                    new PayloadFile(
                            folder.at(take.file()),
                            bagName(take),
                            packwitness.ledger.FileRole.ORIGINAL));
            for (Take.Still still : take.stills()) files.add(still(take, still, folder));
        }
        for (ClaimFile file : open.claim().files())
            files.add(
                    new PayloadFile(
                            folder.at(file.file()),
                            bagName(file),
                            file.role() == FileRole.BUYER
                                    ? packwitness.ledger.FileRole.RECEIVED
                                    : packwitness.ledger.FileRole.OTHER));
        return files;
    }

    private static PayloadFile still(Take take, Take.Still still, EvidenceFolder folder) {
        return new PayloadFile(
                folder.at(still.file()),
                bagName(take, still),
                packwitness.ledger.FileRole.KEY_FRAME,
                Optional.of(
                        new PayloadFile.Cut(
                                bagName(take), still.frame(), still.at(), still.pixels())));
    }

    /** Returns the name of a claim's file in the bag. */
    static String bagName(ClaimFile file) {
        return "claim/"
                + file.role().name().toLowerCase(Locale.ROOT)
                + "-"
                + file.id()
                + ending(file);
    }

    /** Returns the name of a take's original in the bag. */
    static String bagName(Take take) {
        return "videos/take-" + take.number() + view(take) + ".mp4";
    }

    /** Returns the name of a still in the bag. */
    static String bagName(Take take, Take.Still still) {
        return "frames/take-" + take.number() + view(take) + "-" + still.number() + ".jpg";
    }

    /** The overview has the plain name, which it had before there were other views. */
    private static String view(Take take) {
        return take.view() == View.OVERVIEW
                ? ""
                : "-" + take.view().name().toLowerCase(Locale.ROOT);
    }

    private static String ending(ClaimFile file) {
        int dot = file.file().lastIndexOf('.');
        return dot < 0 ? "" : file.file().substring(dot);
    }
}
