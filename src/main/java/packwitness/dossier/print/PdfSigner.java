package packwitness.dossier.print;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The key that signs the paper, its chain (signer first) and the time-stamp authority, without
 * which the signature is PAdES B-B. P-256 or RSA; Ed25519 is not understood by readers of PDF.
 */
public record PdfSigner(PrivateKey key, List<X509Certificate> chain, Optional<Stamper> stamper) {
    public PdfSigner(PrivateKey key, List<X509Certificate> chain, Stamper stamper) {
        this(key, chain, Optional.of(stamper));
    }

    public PdfSigner {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("no certificate");
    }
}
