package packwitness.ledger;

import org.bouncycastle.cert.X509CertificateHolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The root certificates of outside time-stamp authorities that the person who checks accepts.
 * Immutable.
 */
public final class TrustList {
    private static final String SHIPPED = "trusted-authorities.pem";

    private final List<X509CertificateHolder> roots;

    private TrustList(List<X509CertificateHolder> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Returns the roots that ship with the program. */
    public static TrustList shipped() {
        try (InputStream in = TrustList.class.getResourceAsStream(SHIPPED)) {
            if (in == null) throw new IllegalStateException("no " + SHIPPED);
            return new TrustList(
                    Pem.certificates(new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns this list and the certificates of a PEM file. */
    public TrustList and(Path pem) throws IOException {
        List<X509CertificateHolder> all = new ArrayList<>(roots);
        all.addAll(Pem.certificates(Files.readString(pem, StandardCharsets.US_ASCII)));
        return new TrustList(all);
    }

    boolean holds(X509CertificateHolder certificate) {
        return roots.contains(certificate);
    }

    /** Returns the root in this list that issued the certificate. */
    Optional<X509CertificateHolder> issuerOf(X509CertificateHolder certificate) {
        return roots.stream()
                .filter(root -> root.getSubject().equals(certificate.getIssuer()))
                .filter(root -> Certificates.issued(root, certificate))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustList list && roots.equals(list.roots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(roots.toArray());
    }
}
