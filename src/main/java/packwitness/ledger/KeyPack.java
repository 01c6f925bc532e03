package packwitness.ledger;

import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

import packwitness.value.Sha256;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Makes the bytes of a PKCS#12 file: AES-256 under PBKDF2. How often the passphrase is stirred
 * follows from its length, for it is done at every start: 32 random bytes cannot be guessed however
 * little it is, a word of a person must be made dear to guess.
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
