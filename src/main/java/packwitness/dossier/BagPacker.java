package packwitness.dossier;

import packwitness.claim.RefundClaim;
import packwitness.dossier.matter.CaseFiles;
import packwitness.dossier.matter.OpenCase;
import packwitness.ledger.Bag;
import packwitness.ledger.BagRequest;
import packwitness.ledger.BagWriter;
import packwitness.ledger.FileRole;
import packwitness.ledger.Ledger;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.Report;
import packwitness.ledger.Verifier;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Packs the files and the proofs of a case into a bag, with its paper or without. */
final class BagPacker {
    private final EvidenceFolder vault;
    private final Ledger ledger;
    private final Clock clock;

    BagPacker(EvidenceFolder vault, Ledger ledger, Clock clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Packs the case without a paper, checks it and throws it away: a paper prints the result. */
    Report rehearse(OpenCase open, Path rehearsal, Verifier verifier) throws Failure {
        BagWriter.rehearse(request(open.claim(), rehearsal, files(open)));
        Report report = verifier.verify(List.of(rehearsal));
        WorkFolder.delete(rehearsal);
        return report;
    }

    /** Packs the case with its papers: the first is the dossier. */
    Bag pack(OpenCase open, List<Path> papers, Path bag) throws Failure {
        List<PayloadFile> files = files(open);
        for (Path paper : papers)
            files.add(
                    new PayloadFile(paper, String.valueOf(paper.getFileName()), FileRole.DOSSIER));
        return BagWriter.write(request(open.claim(), bag, files));
    }

    private List<PayloadFile> files(OpenCase open) {
        return new ArrayList<>(CaseFiles.payload(open, vault));
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
}
