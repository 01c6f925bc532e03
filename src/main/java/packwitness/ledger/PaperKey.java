package packwitness.ledger;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * The key that signs papers: the company's, certified by an authority for certificates, where the
 * owner has one; else the device key, which says which installation signed but not who. Immutable.
 *
 * @param chain the key's certificate first
 */
public record PaperKey(PrivateKey key, List<X509Certificate> chain) {
    /** Kinds of keys whose signatures the usual readers of PDF check. */
    private static final Set<String> READABLE = Set.of("EC", "RSA");

    public PaperKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("no certificate");
    }

    public static PaperKey of(DeviceKey device) {
        return new PaperKey(device.privateKey(), List.of(device.certificate()));
    }

    /**
     * Opens the PKCS#12 file of the company; its first key is taken, whatever its name.
     *
     * @param now a certificate that has ended by then, or does not hold yet, is refused
     */
    public static PaperKey open(Path p12, char[] passphrase, Instant now) throws Failure {
        try {
            KeyFile.Opened opened = KeyFile.read(p12, passphrase);
            PaperKey key = new PaperKey(opened.key(), opened.chain());
            if (!READABLE.contains(key.key().getAlgorithm()))
                throw unfit(p12, key.key().getAlgorithm());
            key.chain().getFirst().checkValidity(Date.from(now));
            return key;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            String why = e.getMessage();
            throw new Failure(LedgerProblem.COMPANY_KEY_UNFIT, e, p12, why == null ? "" : why);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.COMPANY_KEY_UNREADABLE, e, p12);
        }
    }

    private static Failure unfit(Path p12, String algorithm) {
        return new Failure(LedgerProblem.COMPANY_KEY_UNFIT, p12, algorithm);
    }

    /** Where the key comes from; asked only when a paper is signed, never to record. */
    public interface Source {
        PaperKey open() throws Failure;
    }
}
