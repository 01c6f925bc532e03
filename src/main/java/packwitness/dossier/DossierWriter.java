package packwitness.dossier;

import packwitness.value.Failure;

import java.nio.file.Path;

/**
 * Writes a paper as PDF/A-3b, signed as PAdES B-T. Nothing is left behind where it fails; an
 * existing file is never replaced.
 */
public final class DossierWriter {
    private DossierWriter() {}

    /** Writes and signs the paper. */
    public static WrittenPaper write(Dossier dossier, Path pdf, PdfSigner signer) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Writes the paper without a signature: the same model gives the same bytes. */
    public static WrittenPaper writeUnsigned(Dossier dossier, Path pdf) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
