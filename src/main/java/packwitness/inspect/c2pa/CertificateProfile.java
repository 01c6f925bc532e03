package packwitness.inspect.c2pa;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;

/** What C2PA demands of a signer's certificate, apart from trust and date. */
final class CertificateProfile {
    private static final String ANY = "2.5.29.37.0";
    private static final String STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String OCSP = "1.3.6.1.5.5.7.3.9";
    private static final Set<String> SIGNING =
            Set.of("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.62558.2.1");

    private static final Set<String> SIGNATURES =
            Set.of(
                    "1.2.840.10045.4.3.2",
                    "1.2.840.10045.4.3.3",
                    "1.2.840.10045.4.3.4",
                    "1.2.840.113549.1.1.11",
                    "1.2.840.113549.1.1.12",
                    "1.2.840.113549.1.1.13",
                    "1.2.840.113549.1.1.10",
                    "1.3.101.112");

    private CertificateProfile() {}

    /** Says whether the certificate may sign claims. */
    static boolean allows(X509Certificate certificate) {
        boolean selfSigned =
                certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        return certificate.getVersion() == 3
                && certificate.getIssuerUniqueID() == null
                && certificate.getSubjectUniqueID() == null
                && SIGNATURES.contains(certificate.getSigAlgOID())
                && strong(certificate.getPublicKey())
                && certificate.getBasicConstraints() < 0
                && mayWrite(certificate)
                && purpose(certificate)
                && (selfSigned || certificate.getExtensionValue("2.5.29.35") != null);
    }

    private static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= 2048;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= 256;
            default -> key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519");
        };
    }

    private static boolean mayWrite(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        // Digital signature yes, signing of certificates no.
        return usage != null && usage[0] && !usage[5];
    }

    private static boolean purpose(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes == null || purposes.contains(ANY)) return false;
            // One key must not both sign pictures and attest time or revocation.
            if (purposes.contains(STAMPING) || purposes.contains(OCSP)) return false;
            return purposes.stream().anyMatch(SIGNING::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
