package packwitness.inspect.c2pa;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time-stamp that fits what it was made over.
 *
 * @param authority certificates sent with it, the authority's first
 */
record TimeStamp(Instant at, List<X509Certificate> authority) {
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "2.16.840.1.101.3.4.2.1", "SHA-256",
                    "2.16.840.1.101.3.4.2.2", "SHA-384",
                    "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** Returns the time-stamp if its signature and its imprint hold. */
    static Optional<TimeStamp> read(CoseSignature.StampedPart part) {
        try {
            TimeStampToken token = token(part.token());
            ASN1ObjectIdentifier algorithm = token.getTimeStampInfo().getMessageImprintAlgOID();
            String digest = DIGESTS.get(algorithm.getId());
            if (digest == null) return Optional.empty();
            byte[] hash = MessageDigest.getInstance(digest).digest(part.stamped());
            if (!MessageDigest.isEqual(hash, token.getTimeStampInfo().getMessageImprintDigest()))
                return Optional.empty();
            List<X509Certificate> chain = chain(token);
            if (chain.isEmpty()) return Optional.empty();
            SignerInformationVerifier verifier =
                    new JcaSimpleSignerInfoVerifierBuilder().build(chain.getFirst());
            if (!token.isSignatureValid(verifier)) return Optional.empty();
            return Optional.of(
                    new TimeStamp(token.getTimeStampInfo().getGenTime().toInstant(), chain));
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | NoSuchAlgorithmException
                | CertificateException
                | RuntimeException e) {
            // A hostile token makes the ASN.1 reader throw unchecked; it is no time-stamp then.
            return Optional.empty();
        }
    }

    private static TimeStampToken token(byte[] bytes)
            throws TSPException, IOException, CMSException {
        try {
            TimeStampToken token = new TimeStampResponse(bytes).getTimeStampToken();
            if (token != null) return token;
        } catch (TSPException | IOException e) {
            // Claims of version 2 carry the bare token instead of the response.
            return new TimeStampToken(new CMSSignedData(bytes));
        }
        return new TimeStampToken(new CMSSignedData(bytes));
    }

    private static List<X509Certificate> chain(TimeStampToken token) throws CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> chain = new ArrayList<>();
        // The authority's own certificate goes first, whatever order it was sent in.
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            X509Certificate certificate = converter.getCertificate(holder);
            if (token.getSID().match(holder)) chain.addFirst(certificate);
            else chain.addLast(certificate);
        }
        boolean found =
                !chain.isEmpty()
                        && token.getSID().match(new JcaX509CertificateHolder(chain.getFirst()));
        return found ? chain : List.of();
    }
}
