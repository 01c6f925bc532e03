package packwitness.inspect.c2pa;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A root with one signer and one time-stamp authority below it, made for a test. */
public final class TestSigner {
    public static final KeyPurposeId SIGNING = KeyPurposeId.id_kp_emailProtection;

    private static final Instant ROOT_FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant ROOT_TO = Instant.parse("2040-01-01T00:00:00Z");

    private final KeyPair rootKeys = keys();
    private final KeyPair signerKeys = keys();
    private final KeyPair stampKeys = keys();
    private final X509Certificate root;
    private final X509Certificate signer;
    private final X509Certificate stamper;

    /** The signer is valid until the moment and has the purpose. */
    public TestSigner(Instant validTo, KeyPurposeId purpose) {
        try {
            root = certificate("Test Root", rootKeys, ROOT_FROM, ROOT_TO, true, SIGNING);
            signer = certificate("Test Signer", signerKeys, ROOT_FROM, validTo, false, purpose);
            stamper =
                    certificate(
                            "Test Stamps",
                            stampKeys,
                            ROOT_FROM,
                            ROOT_TO,
                            false,
                            KeyPurposeId.id_kp_timeStamping);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestSigner valid() {
        return new TestSigner(Instant.parse("2030-01-01T00:00:00Z"), SIGNING);
    }

    public TrustList trust() {
        return TrustList.of(List.of(root));
    }

    byte[] certificate() throws Exception {
        return signer.getEncoded();
    }

    byte[] sign(byte[] bytes) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(signerKeys.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    /** Returns an RFC 3161 token over the bytes. */
    byte[] stamp(byte[] bytes, Instant at) throws Exception {
        TimeStampTokenGenerator generator =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build("SHA256withECDSA", stampKeys.getPrivate(), stamper),
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(
                                        new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                                TSPAlgorithms.SHA256)),
                        new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.3"));
        generator.addCertificates(new JcaCertStore(List.of(stamper)));
        TimeStampRequestGenerator asks = new TimeStampRequestGenerator();
        asks.setCertReq(true);
        TimeStampRequest request =
                asks.generate(
                        TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(bytes));
        return generator.generate(request, BigInteger.ONE, Date.from(at)).getEncoded();
    }

    private X509Certificate certificate(
            String name,
            KeyPair keys,
            Instant from,
            Instant to,
            boolean authority,
            KeyPurposeId purpose)
            throws Exception {
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name("CN=Test Root,O=Test Root"),
                        BigInteger.valueOf(name.hashCode() & 0xFFFF),
                        Date.from(from),
                        Date.from(to),
                        new X500Name("CN=" + name + ",O=" + name),
                        keys.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        authority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions.createAuthorityKeyIdentifier(rootKeys.getPublic()));
        if (!authority)
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(rootKeys.getPrivate())));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
