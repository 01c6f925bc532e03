package packwitness.inspect.c2pa;

import packwitness.value.Sha256;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates that a signer must lead to; data that the owner can replace. */
public final class TrustList {
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private final String name;
    private final List<X509Certificate> anchors;

    private TrustList(String name, List<X509Certificate> anchors) {
        this.name = name;
        this.anchors = List.copyOf(anchors);
    }

    /** Returns the list that trusts nobody. */
    public static TrustList none() {
        return new TrustList("none", List.of());
    }

    /** Returns a list of these certificates, named by their number. */
    public static TrustList of(List<X509Certificate> anchors) {
        return new TrustList(anchors.size() + " certificates", anchors);
    }

    /**
     * Reads all certificates between PEM marks and names the list by the hash of its text; what is
     * no certificate is left out.
     */
    public static TrustList fromPem(byte[] pem) {
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
                "sha256:" + Sha256.of(pem).brief() + ", " + found.size() + " certificates", found);
    }

    /** Returns the name that reports print. */
    public String name() {
        return name;
    }

    /** Returns the certificates. */
    public List<X509Certificate> anchors() {
        return anchors;
    }
}
