package packwitness.ledger;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The key that signs papers: the company's, certified by an authority for certificates, where the
 * owner has one; else the device key, which says which installation signed but not who. Immutable.
 *
 * @param chain the key's certificate first
 */
public record PaperKey(PrivateKey key, List<X509Certificate> chain) {
    public PaperKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("no certificate");
    }

    public static PaperKey of(DeviceKey device) {
        return new PaperKey(device.privateKey(), List.of(device.certificate()));
    }

    /** Opens the PKCS#12 file of the company; its first key is taken, whatever its name. */
    public static PaperKey open(Path p12, char[] passphrase) throws Failure {
        try {
            KeyFile.Opened opened = KeyFile.read(p12, passphrase);
            return new PaperKey(opened.key(), opened.chain());
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_UNREADABLE, e, p12);
        }
    }
}
