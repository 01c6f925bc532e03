package packwitness.dossier;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The key that signs the paper, its chain (signer first) and the time-stamp authority. P-256 or
 * RSA; Ed25519 is not understood by readers of PDF.
 */
public record PdfSigner(PrivateKey key, List<X509Certificate> chain, Stamper stamper) {
    public PdfSigner {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("no certificate");
    }
}
