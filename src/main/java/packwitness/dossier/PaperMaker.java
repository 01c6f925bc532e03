package packwitness.dossier;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DossierProblem;
import packwitness.dossier.print.DossierWriter;
import packwitness.dossier.print.PdfSigner;
import packwitness.dossier.print.Stamper;
import packwitness.dossier.print.WrittenPaper;
import packwitness.ledger.LedgerProblem;
import packwitness.ledger.PaperKey;
import packwitness.ledger.TimestampAuthority;
import packwitness.value.Failure;
import packwitness.value.Problem;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a paper with the signature of the shop and the stamp of the first authority that answers.
 */
final class PaperMaker {
    private static final Set<Problem> UNSTAMPED =
            Set.of(
                    DossierProblem.NOT_STAMPED,
                    LedgerProblem.AUTHORITY_SILENT,
                    LedgerProblem.STAMP_REFUSED);

    private final List<TimestampAuthority> authorities;
    private final PaperKey.Source key;
    private final Clock clock;

    PaperMaker(List<TimestampAuthority> authorities, PaperKey.Source key, Clock clock) {
        this.clock = clock;
        this.authorities = List.copyOf(authorities);
        this.key = key;
    }

    WrittenPaper write(Dossier dossier, Path pdf) throws Failure {
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
        PaperKey own = key.open();
        return DossierWriter.write(
                dossier, pdf, new PdfSigner(own.key(), own.chain(), stamper), clock.instant());
    }
}
