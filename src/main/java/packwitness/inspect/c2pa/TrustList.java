package packwitness.inspect.c2pa;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates that a signer must lead to; data that the owner can replace. */
public final class TrustList {
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    /** The name of the list that trusts nobody. */
    public static final String NONE = "none";

    private static final int MOST_BYTES = 16 << 20;

    private final String name;
    private final List<X509Certificate> anchors;

    private TrustList(String name, List<X509Certificate> anchors) {
        this.name = name;
        this.anchors = List.copyOf(anchors);
    }

    /** Returns the list that trusts nobody. */
    public static TrustList none() {
        return new TrustList(NONE, List.of());
    }

    /** Returns a list of these certificates, named by their number. */
    public static TrustList of(List<X509Certificate> anchors) {
        return new TrustList(anchors.size() + " certificates", anchors);
    }

    /**
     * Reads all certificates between PEM marks; what is no certificate is left out. The list is
     * named by its file, the hash of its text, and the day from which its newest certificate holds,
     * which is the only version that such a file has.
     */
    public static TrustList fromPem(String file, byte[] pem) {
        List<X509Certificate> found = new ArrayList<>();
        Matcher matcher = PEM.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            try {
                found.add(
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException e) {
                // A list with one bad entry still serves for all others.
                continue;
            }
        }
        return new TrustList(
                "%s (sha256:%s, %d certificates, newest of %s)"
                        .formatted(file, Sha256.of(pem).brief(), found.size(), newest(found)),
                found);
    }

    private static String newest(List<X509Certificate> found) {
        return found.stream()
                .map(X509Certificate::getNotBefore)
                .max(Comparator.naturalOrder())
                .map(day -> LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC).toString())
                .orElse("no day");
    }

    /** Reads a list from a file; one that cannot be read or has no certificate is a failure. */
    public static TrustList fromPem(Path file) throws Failure {
        try {
            if (Files.size(file) > MOST_BYTES)
                throw new Failure(TrustListProblem.TRUST_LIST_EMPTY, file.getFileName());
            Path name = file.getFileName();
            TrustList list = fromPem(String.valueOf(name), Files.readAllBytes(file));
            if (list.anchors.isEmpty())
                throw new Failure(TrustListProblem.TRUST_LIST_EMPTY, file.getFileName());
            return list;
        } catch (IOException e) {
            throw new Failure(TrustListProblem.TRUST_LIST_UNREADABLE, e, file.getFileName());
        }
    }

    /** Returns the name that reports print. */
    public String name() {
        return name;
    }

    /**
     * Says whether the first certificate leads to this list over the others, all of them valid at
     * this moment.
     */
    boolean leads(List<X509Certificate> chain, Instant at) {
        if (anchors.isEmpty() || chain.isEmpty()) return false;
        X509Certificate first = chain.getFirst();
        if (anchors.contains(first)) return CertificateDates.cover(first, at);
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(first);
            Set<TrustAnchor> trusted = new LinkedHashSet<>();
            for (X509Certificate anchor : anchors) trusted.add(new TrustAnchor(anchor, null));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            // Revocation would need the network, which this house does not use.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.setMaxPathLength(6);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns the certificates. */
    public List<X509Certificate> anchors() {
        return anchors;
    }
}
