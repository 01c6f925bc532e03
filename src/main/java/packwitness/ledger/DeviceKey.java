package packwitness.ledger;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The station's ECDSA P-256 key with its self-signed certificate. Safe for any thread. */
public final class DeviceKey {
    private static final String KEPT = "device-";
    private static final String ENDING = ".p12";

    private final PrivateKey privateKey;
    private final X509Certificate certificate;
    private final List<DeviceKey> before;

    private DeviceKey(PrivateKey privateKey, X509Certificate certificate, List<DeviceKey> before) {
        this.privateKey = privateKey;
        this.certificate = certificate;
        this.before = List.copyOf(before);
    }

    /** Opens the PKCS#12 file, or makes a new key in it when there is none. */
    public static DeviceKey openOrMake(Path p12, char[] passphrase, Clock clock) throws Failure {
        try {
            if (!Files.exists(p12)) NewKey.make(p12, passphrase, clock);
        } catch (FileAlreadyExistsException anotherProgramWasFaster) {
            // Its key is the vault's key; it is opened below.
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_NOT_WRITTEN, e, p12);
        }
        try {
            return read(p12, passphrase, before(p12, passphrase));
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_UNREADABLE, e, p12);
        }
    }

    /**
     * Puts a new key in the place of the old one, which stays beside it; the next {@link
     * Ledger#open} has both sign the change. Whatever breaks off, one whole key is in its place.
     */
    public static DeviceKey renew(Path p12, char[] passphrase, Clock clock) throws Failure {
        try {
            DeviceKey old = read(p12, passphrase, List.of());
            Path kept = p12.resolveSibling(KEPT + old.fingerprint().brief() + ENDING);
            if (!Files.exists(kept)) EvidenceFolder.settle(copied(p12), kept);
            Path next = p12.resolveSibling("next" + ENDING);
            Files.deleteIfExists(next);
            NewKey.make(next, passphrase, clock);
            Files.move(
                    next, p12, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return openOrMake(p12, passphrase, clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_NOT_WRITTEN, e, p12);
        }
    }

    /** Writes the key of a file into a new file under another passphrase. */
    public static void copy(Path p12, char[] passphrase, Path target, char[] targetPassphrase)
            throws Failure {
        KeyFile.Opened opened = opened(p12, passphrase);
        try {
            KeyFile.write(target, targetPassphrase, opened.key(), opened.chain());
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_NOT_WRITTEN, e, target);
        }
    }

    /**
     * Puts the key of a copy into the place of the vault's key, under the vault's passphrase. A key
     * that stands there stays beside it, also one that nobody can open any more.
     */
    public static void restore(Path copy, char[] copyPassphrase, Path p12, char[] passphrase)
            throws Failure {
        KeyFile.Opened opened = opened(copy, copyPassphrase);
        try {
            Path next = p12.resolveSibling("next" + ENDING);
            Files.deleteIfExists(next);
            KeyFile.write(next, passphrase, opened.key(), opened.chain());
            if (Files.exists(p12)) {
                Path kept = p12.resolveSibling(KEPT + nameOf(p12, passphrase) + ENDING);
                if (!Files.exists(kept)) EvidenceFolder.settle(copied(p12), kept);
            }
            Files.move(
                    next, p12, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path folder = p12.toAbsolutePath().getParent();
            if (folder != null) EvidenceFolder.forceFolder(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_NOT_WRITTEN, e, p12);
        }
    }

    /** An unreadable file is named by its bytes: its passphrase may turn up again. */
    private static String nameOf(Path p12, char[] passphrase) throws IOException {
        try {
            return read(p12, passphrase, List.of()).fingerprint().brief();
        } catch (IOException | GeneralSecurityException closed) {
            return "closed-" + EvidenceFolder.hash(p12).brief();
        }
    }

    private static KeyFile.Opened opened(Path p12, char[] passphrase) throws Failure {
        try {
            return KeyFile.read(p12, passphrase);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_UNREADABLE, e, p12);
        }
    }

    private static Path copied(Path p12) throws IOException {
        Path copy = p12.resolveSibling(".copy.tmp");
        return Files.copy(
                p12, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static DeviceKey read(Path p12, char[] passphrase, List<DeviceKey> before)
            throws IOException, GeneralSecurityException {
        KeyFile.Opened opened = KeyPack.read(Files.readAllBytes(p12), passphrase);
        return new DeviceKey(opened.key(), opened.chain().getFirst(), before);
    }

    /** Returns the keys that were replaced, as far as they can still be opened. */
    private static List<DeviceKey> before(Path p12, char[] passphrase) throws IOException {
        Path folder = p12.toAbsolutePath().getParent();
        List<DeviceKey> keys = new ArrayList<>();
        if (folder == null) return keys;
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(folder, KEPT + "*" + ENDING)) {
            for (Path one : kept) {
                try {
                    keys.add(read(one, passphrase, List.of()));
                } catch (GeneralSecurityException | IOException closed) {
                    // An old key that cannot be opened can sign no more; the ledger says so.
                }
            }
        }
        return keys;
    }

    /** Returns the fingerprints of replaced keys that can still be opened. */
    public List<Sha256> earlier() {
        return before.stream().map(DeviceKey::fingerprint).sorted().toList();
    }

    /** Returns the replaced key with this fingerprint. */
    Optional<DeviceKey> before(Sha256 fingerprint) {
        return before.stream().filter(key -> key.fingerprint().equals(fingerprint)).findFirst();
    }

    /** Signs with SHA256withECDSA; the signature is DER. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    /** Returns the DER SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return certificate.getPublicKey().getEncoded();
    }

    /** Returns the SHA-256 of the public key's SubjectPublicKeyInfo. */
    public Sha256 fingerprint() {
        return Sha256.of(publicKey());
    }
}
