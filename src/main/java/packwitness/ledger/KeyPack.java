package packwitness.ledger;

import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

import packwitness.value.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes and reads the bytes of our own PKCS#12 files: AES-256 under PBKDF2. How often the
 * passphrase is stirred follows from its length, for it is done at every start: 32 random bytes
 * cannot be guessed however little it is, a word of a person must be made dear to guess.
 */
final class KeyPack {
    private static final int MACHINE_MADE = 64;
    private static final int FEW_ROUNDS = 100;
    private static final int ROUNDS = 10_000;
    private static final AlgorithmIdentifier HMAC =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private KeyPack() {}

    static byte[] of(String alias, char[] passphrase, PrivateKey key, List<X509Certificate> chain)
            throws IOException, GeneralSecurityException {
        int rounds = passphrase.length < MACHINE_MADE ? ROUNDS : FEW_ROUNDS;
        var provider = new BouncyCastleProvider();
        try {
            OutputEncryptor lock =
                    new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                            .setProvider(provider)
                            .setPRF(HMAC)
                            .setIterationCount(rounds)
                            .build(passphrase);
            PKCS12SafeBag[] certificates = new PKCS12SafeBag[chain.size()];
            for (int i = 0; i < certificates.length; i++)
                certificates[i] =
                        named(new JcaPKCS12SafeBagBuilder(chain.get(i)), i == 0, alias, chain);
            return new PKCS12PfxPduBuilder()
                    .addEncryptedData(lock, certificates)
                    .addData(named(new JcaPKCS12SafeBagBuilder(key, lock), true, alias, chain))
                    .build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(provider)
                                    .setIterationCount(rounds),
                            passphrase)
                    .getEncoded();
        } catch (OperatorCreationException | PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * Reads a file of this kind. Java's own key store would check the certificate's signature at
     * every start, with mathematics that nothing has warmed up.
     *
     * @throws IOException where the passphrase is another, or these are no such bytes
     */
    static KeyFile.Opened read(byte[] bytes, char[] passphrase)
            throws IOException, GeneralSecurityException {
        var provider = new BouncyCastleProvider();
        try {
            PKCS12PfxPdu pack = new PKCS12PfxPdu(bytes);
            var mac = new JcePKCS12MacCalculatorBuilderProvider().setProvider(provider);
            if (!pack.hasMac() || !pack.isMacValid(mac, passphrase))
                throw new IOException("wrong passphrase or damaged file");
            InputDecryptorProvider open =
                    new JcePKCSPBEInputDecryptorProviderBuilder()
                            .setProvider(provider)
                            .build(passphrase);
            List<PrivateKey> keys = new ArrayList<>();
            List<X509Certificate> chain = new ArrayList<>();
            for (ContentInfo part : pack.getContentInfos())
                for (PKCS12SafeBag bag : bags(part, open))
                    switch (bag.getBagValue()) {
                        case PKCS8EncryptedPrivateKeyInfo locked ->
                                keys.add(key(locked.decryptPrivateKeyInfo(open)));
                        case X509CertificateHolder one -> chain.add(certificate(one));
                        default -> throw new IOException("another kind of key file");
                    }
            if (keys.size() != 1 || chain.isEmpty()) throw new KeyStoreException("no key");
            return new KeyFile.Opened(keys.getFirst(), List.copyOf(chain));
        } catch (PKCSException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static PKCS12SafeBag[] bags(ContentInfo part, InputDecryptorProvider open)
            throws PKCSException {
        return PKCSObjectIdentifiers.encryptedData.equals(part.getContentType())
                ? new PKCS12SafeBagFactory(part, open).getSafeBags()
                : new PKCS12SafeBagFactory(part).getSafeBags();
    }

    private static PrivateKey key(PrivateKeyInfo info)
            throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static X509Certificate certificate(X509CertificateHolder holder)
            throws IOException, GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    /** Key and certificate find each other by one number. */
    private static PKCS12SafeBag named(
            PKCS12SafeBagBuilder bag, boolean own, String alias, List<X509Certificate> chain) {
        if (own) {
            byte[] number = Sha256.of(chain.getFirst().getPublicKey().getEncoded()).bytes();
            bag.addBagAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias));
            bag.addBagAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(number));
        }
        return bag.build();
    }
}
