package packwitness.inspect.c2pa;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** The validity of a certificate at a moment. */
final class CertificateDates {
    private CertificateDates() {}

    static boolean cover(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }
}
