package packwitness.ledger;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

import packwitness.value.Failure;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * A local authority for trying things out, with a CA of its own kept in a folder; its names say
 * TEST and 测试, and its stamps prove nothing to others. Safe for any thread.
 */
public final class TestAuthority implements TimestampAuthority {
    private static final String NAME = "TEST 测试";
    private static final Duration LIFE = Duration.ofDays(10 * 365);
    private static final String SIGNING = "SHA256withECDSA";
    // The key protects nothing, so its passphrase is no secret.
    private static final String PASSPHRASE = "test";
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

    private final PrivateKey key;
    private final List<X509CertificateHolder> chain;
    private final Clock clock;

    private TestAuthority(PrivateKey key, List<X509CertificateHolder> chain, Clock clock) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.clock = clock;
    }

    /** Opens the authority kept in the folder, or makes a new one there. */
    public static TestAuthority make(Path folder, Clock clock) throws Failure {
        Path file = folder.resolve("test-authority.p12");
        try {
            if (!Files.exists(file)) begin(folder, file, clock.instant());
        } catch (FileAlreadyExistsException anotherProgramWasFaster) {
            // Its authority is used.
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new Failure(LedgerProblem.KEY_NOT_WRITTEN, e, file);
        }
        try {
            KeyFile.Opened opened =
                    KeyPack.read(Files.readAllBytes(file), PASSPHRASE.toCharArray());
            List<X509CertificateHolder> chain = new ArrayList<>();
            for (X509Certificate one : opened.chain()) chain.add(new JcaX509CertificateHolder(one));
            return new TestAuthority(opened.key(), chain, clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(LedgerProblem.KEY_UNREADABLE, e, file);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AuthorityKind kind() {
        return AuthorityKind.TEST;
    }

    @Override
    public byte[] stamp(byte[] request) throws Failure {
        try {
            var signer =
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(SIGNING, key, Certificates.plain(chain.getFirst()));
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens =
                    new TimeStampTokenGenerator(
                            signer,
                            digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                            POLICY);
            tokens.addCertificates(new CollectionStore<>(chain));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(
                            new TimeStampRequest(request),
                            new BigInteger(64, new SecureRandom()),
                            Date.from(clock.instant()))
                    .getEncoded();
        } catch (IOException
                | TSPException
                | GeneralSecurityException
                | OperatorCreationException e) {
            throw new Failure(LedgerProblem.STAMP_REFUSED, e, NAME, String.valueOf(e.getMessage()));
        }
    }

    private static void begin(Path folder, Path file, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name rootName = new X500Name("CN=TEST CA 测试根证书,O=PackWitness TEST 测试");
        X500Name name = new X500Name("CN=TEST TSA 测试时间戳,O=PackWitness TEST 测试");
        KeyPair rootPair = KeyFile.newPair();
        KeyPair pair = KeyFile.newPair();
        X509CertificateHolder root =
                certificate(
                        rootName, rootPair.getPublic(), rootName, rootPair.getPrivate(), now, true);
        X509CertificateHolder own =
                certificate(name, pair.getPublic(), rootName, rootPair.getPrivate(), now, false);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("test-ca.pem"),
                Pem.certificates(List.of(root)),
                StandardCharsets.US_ASCII);
        KeyFile.write(
                file,
                PASSPHRASE.toCharArray(),
                pair.getPrivate(),
                List.of(Certificates.plain(own), Certificates.plain(root)));
    }

    private static X509CertificateHolder certificate(
            X500Name subject,
            PublicKey key,
            X500Name issuer,
            PrivateKey issuerKey,
            Instant now,
            boolean root)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(64, new SecureRandom()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(LIFE)),
                        subject,
                        key);
        int uses =
                root
                        ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                        : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(uses));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        if (!root)
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return builder.build(new JcaContentSignerBuilder(SIGNING).build(issuerKey));
    }
}
