package packwitness.ledger;

import packwitness.storage.EvidenceFolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A PKCS#12 file with one key and its certificates. */
final class KeyFile {
    private static final String ALIAS = "packwitness";

    private KeyFile() {}

    record Opened(PrivateKey key, List<X509Certificate> chain) {}

    static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static Opened read(Path p12, char[] passphrase) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(p12)) {
            store.load(in, passphrase);
        }
        String alias = alias(store);
        Certificate[] chain = store.getCertificateChain(alias);
        if (!(store.getKey(alias, passphrase) instanceof PrivateKey key) || chain == null)
            throw new KeyStoreException("no key");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate one : chain) certificates.add((X509Certificate) one);
        return new Opened(key, List.copyOf(certificates));
    }

    /** Files of others name their key as they like. */
    private static String alias(KeyStore store) throws KeyStoreException {
        if (store.isKeyEntry(ALIAS)) return ALIAS;
        for (String alias : Collections.list(store.aliases()))
            if (store.isKeyEntry(alias)) return alias;
        throw new KeyStoreException("no key");
    }

    static void write(Path p12, char[] passphrase, PrivateKey key, List<X509Certificate> chain)
            throws IOException, GeneralSecurityException {
        byte[] bytes = KeyPack.of(ALIAS, passphrase, key, chain);
        Path folder = p12.toAbsolutePath().getParent();
        if (folder == null) throw new IOException("no folder for " + p12);
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".key", ".tmp");
        try {
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix"))
                Files.setPosixFilePermissions(
                        temporary, PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) channel.write(buffer);
                channel.force(true);
            }
            // A hard link never replaces: of two programs that begin together one key wins.
            place(temporary, p12);
            EvidenceFolder.forceFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void place(Path temporary, Path p12) throws IOException {
        try {
            Files.createLink(p12, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noHardLinksHere) {
            EvidenceFolder.settle(temporary, p12);
        }
    }
}
