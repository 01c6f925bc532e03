package packwitness.ledger;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;

/** The station's ECDSA P-256 key with its self-signed certificate. Safe for any thread. */
public final class DeviceKey {
    private final PrivateKey privateKey;
    private final X509Certificate certificate;

    private DeviceKey(PrivateKey privateKey, X509Certificate certificate) {
        this.privateKey = privateKey;
        this.certificate = certificate;
    }

    /** Opens the PKCS#12 file, or makes a new key in it when there is none. */
    public static DeviceKey openOrMake(Path p12, char[] passphrase, Clock clock) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Signs with SHA256withECDSA; the signature is DER. */
    public byte[] sign(byte[] bytes) {
        throw new IllegalStateException("not yet");
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    /** Returns the SHA-256 of the public key's SubjectPublicKeyInfo. */
    public Sha256 fingerprint() {
        return Sha256.of(certificate.getPublicKey().getEncoded());
    }
}
