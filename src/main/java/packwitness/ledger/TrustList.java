package packwitness.ledger;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Returns the roots that ship with the program, and the public ones of the Java runtime. */
    public static TrustList shipped() {
        return Shipped.LIST;
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

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final TrustList LIST = read();

        private static TrustList read() {
            try (InputStream in = TrustList.class.getResourceAsStream(SHIPPED)) {
                if (in == null) throw new IllegalStateException("no " + SHIPPED);
                String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                List<X509CertificateHolder> all = new ArrayList<>(Pem.certificates(pem));
                for (X509Certificate root : rootsOfTheRuntime())
                    all.add(new JcaX509CertificateHolder(root));
                return new TrustList(all);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The roots that the Java runtime ships; read as a file, no connection is ever made. */
        private static List<X509Certificate> rootsOfTheRuntime()
                throws IOException, GeneralSecurityException {
            Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
            if (!Files.isReadable(file)) return List.of();
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, null);
            }
            List<X509Certificate> roots = new ArrayList<>();
            for (String alias : Collections.list(store.aliases()))
                if (store.getCertificate(alias) instanceof X509Certificate root) roots.add(root);
            return roots;
        }
    }
}
