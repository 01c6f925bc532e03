package packwitness.ledger;

import java.nio.file.Path;
import java.util.List;

/**
 * Checks bags, vaults, checkpoints, single files and PDFs, alone or against each other; reads only,
 * and trusts no path, size or count it reads. Safe for any thread.
 */
public final class Verifier {
    public Verifier() {
        this(TrustList.shipped(), (pdf, bags) -> List.of());
    }

    public Verifier(TrustList trusted, DocumentCheck documents) {}

    /** Checks all of them together; damage is a finding, never an exception. */
    public Report verify(List<Path> paths) {
        throw new IllegalStateException("not yet");
    }
}
