package packwitness.dossier.print;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

import packwitness.ledger.PaperKey;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A small authority made for a test: a root, a shop's signing key and a time-stamp authority. */
final class SampleAuthority {
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2035-01-01T00:00:00Z");

    private final KeyPair rootKey = key();
    private final KeyPair shopKey = key();
    private final KeyPair stampKey = key();
    private final X509CertificateHolder root = certificate("Test Root", rootKey.getPublic(), 0);
    private final X509CertificateHolder shop = certificate("Test Shop", shopKey.getPublic(), 1);
    private final X509CertificateHolder stamp = certificate("Test Stamps", stampKey.getPublic(), 2);

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509CertificateHolder certificate(String name, PublicKey key, int kind) {
        return certificate(name, key, kind, FROM, TO);
    }

    private X509CertificateHolder certificate(
            String name, PublicKey key, int kind, Instant from, Instant to) {
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name("CN=Test Root"),
                            BigInteger.valueOf(1000 + kind),
                            Date.from(from),
                            Date.from(to),
                            new X500Name("CN=" + name),
                            key);
            var utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(kind == 0));
            int usage =
                    kind == 0
                            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    utils.createAuthorityKeyIdentifier(rootKey.getPublic()));
            if (kind == 2)
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            return builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate root() {
        return plain(root);
    }

    /** Returns a list of revoked certificates that names none. */
    byte[] revoked() {
        try {
            var list =
                    new X509v2CRLBuilder(
                            root.getSubject(), Date.from(SampleDossier.MADE.minusSeconds(600)));
            list.setNextUpdate(Date.from(SampleDossier.MADE.plusSeconds(864_000)));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKey.getPublic()));
            return list.build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(rootKey.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate plain(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the PKCS#12 file that a certificate authority hands to a company: an RSA key. */
    void company(Path p12, char[] passphrase, Instant from, Instant to) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        X509CertificateHolder company = certificate("某某商贸有限公司", pair.getPublic(), 3, from, to);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "seal-1",
                pair.getPrivate(),
                passphrase,
                new Certificate[] {plain(company), plain(root)});
        try (OutputStream out = Files.newOutputStream(p12)) {
            store.store(out, passphrase);
        }
    }

    PdfSigner signer(PaperKey key) {
        return new PdfSigner(key.key(), key.chain(), this::stamped);
    }

    PdfSigner signer() {
        return signer(this::stamped);
    }

    PdfSigner signer(Stamper stamper) {
        return new PdfSigner(shopKey.getPrivate(), List.of(plain(shop), plain(root)), stamper);
    }

    /** Returns a token of a fixed time over the asked imprint. */
    byte[] stamped(byte[] request) {
        try {
            var signer =
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withECDSA", stampKey.getPrivate(), stamp);
            var digest =
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(
                                    new AlgorithmIdentifier(
                                            new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1")));
            var tokens =
                    new TimeStampTokenGenerator(
                            signer, digest, new ASN1ObjectIdentifier("1.2.3.4.1"));
            tokens.addCertificates(new CollectionStore<>(List.of(stamp, root)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(
                            new TimeStampRequest(request),
                            BigInteger.valueOf(77),
                            Date.from(SampleDossier.MADE.plusSeconds(3)))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
