package packwitness.ledger;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

import java.security.Provider;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Chains of X.509 certificates. */
final class Certificates {
    /** For signatures of any algorithm, SM2 too; never registered, so that hashing stays fast. */
    static final Provider BC = new BouncyCastleProvider();

    private static final int LONGEST_CHAIN = 8;

    private Certificates() {}

    /** Returns the chain from the certificate to the last issuer that can be found. */
    static List<X509CertificateHolder> chain(
            X509CertificateHolder from, Collection<X509CertificateHolder> others, TrustList trust) {
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(from));
        while (chain.size() < LONGEST_CHAIN && !selfIssued(chain.getLast())) {
            Optional<X509CertificateHolder> issuer = issuer(chain.getLast(), others, trust);
            if (issuer.isEmpty()) break;
            chain.add(issuer.get());
        }
        return chain;
    }

    static boolean selfIssued(X509CertificateHolder certificate) {
        return certificate.getSubject().equals(certificate.getIssuer());
    }

    static boolean issued(X509CertificateHolder issuer, X509CertificateHolder certificate) {
        try {
            return certificate.isSignatureValid(
                    new JcaContentVerifierProviderBuilder().setProvider(BC).build(issuer));
        } catch (OperatorCreationException
                | CertException
                | CertificateException
                | RuntimeException unreadable) {
            // A certificate that cannot be checked was not shown to be issued.
            return false;
        }
    }

    static boolean mayIssue(X509CertificateHolder certificate) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        return constraints != null && constraints.isCA();
    }

    static boolean isForStamps(X509CertificateHolder certificate) {
        Extension use = certificate.getExtension(Extension.extendedKeyUsage);
        if (use == null || !use.isCritical()) return false;
        KeyPurposeId[] purposes = ExtendedKeyUsage.getInstance(use.getParsedValue()).getUsages();
        return purposes.length == 1 && purposes[0].equals(KeyPurposeId.id_kp_timeStamping);
    }

    static boolean allValidOn(List<X509CertificateHolder> chain, Date when) {
        return chain.stream().allMatch(one -> one.isValidOn(when));
    }

    static boolean saysTest(X500Name name) {
        String text = name.toString();
        return text.contains("TEST") && text.contains("测试");
    }

    static java.security.cert.X509Certificate plain(X509CertificateHolder holder)
            throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static Optional<X509CertificateHolder> issuer(
            X509CertificateHolder certificate,
            Collection<X509CertificateHolder> others,
            TrustList trust) {
        Optional<X509CertificateHolder> trusted = trust.issuerOf(certificate);
        if (trusted.isPresent()) return trusted;
        return others.stream()
                .filter(other -> other.getSubject().equals(certificate.getIssuer()))
                .filter(Certificates::mayIssue)
                .filter(other -> issued(other, certificate))
                .findFirst();
    }
}
