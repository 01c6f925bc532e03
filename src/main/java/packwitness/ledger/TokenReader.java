package packwitness.ledger;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

import packwitness.value.Sha256;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Checks an RFC 3161 answer against its request and the stamped bytes: imprint, nonce, signature,
 * critical key usage, chain, and lives of the certificates at the attested time.
 */
final class TokenReader {
    private final TrustList trust;

    TokenReader(TrustList trust) {
        this.trust = trust;
    }

    /** Why an answer is no stamp of these bytes; the message is the key of a sentence. */
    static final class Refused extends Exception {
        Refused(String word) {
            super(word);
        }

        Refused(String word, Throwable cause) {
            super(word, cause);
        }

        String word() {
            return String.valueOf(getMessage());
        }
    }

    Token read(byte[] request, byte[] response, byte[] stamped) throws Refused {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            TimeStampResponse answer = new TimeStampResponse(response);
            // Bytes beside the answer are signed by nobody.
            if (!Arrays.equals(answer.getEncoded(), response))
                throw new Refused("stamp.unreadable");
            TimeStampToken token = answer.getTimeStampToken();
            if (token == null) throw new Refused("stamp.refused");
            imprint(
                    asked.getMessageImprintAlgOID().getId(),
                    asked.getMessageImprintDigest(),
                    stamped);
            answer.validate(asked);
            return read(token, stamped);
        } catch (TSPException e) {
            throw new Refused("stamp.otherRequest", e);
        } catch (IOException
                | CertificateException
                | OperatorCreationException
                | RuntimeException e) {
            throw new Refused("stamp.unreadable", e);
        }
    }

    /** Checks a token that came inside another signature, without its request. */
    Token readInside(TimeStampToken token, byte[] stamped) throws Refused {
        try {
            return read(token, stamped);
        } catch (IOException
                | CertificateException
                | OperatorCreationException
                | RuntimeException e) {
            throw new Refused("stamp.unreadable", e);
        }
    }

    private Token read(TimeStampToken token, byte[] stamped)
            throws Refused, IOException, CertificateException, OperatorCreationException {
        var info = token.getTimeStampInfo();
        imprint(info.getMessageImprintAlgOID().getId(), info.getMessageImprintDigest(), stamped);
        @SuppressWarnings("unchecked")
        Store<X509CertificateHolder> store = token.getCertificates();
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> signers = store.getMatches(token.getSID());
        if (signers.size() != 1) throw new Refused("stamp.noCertificate");
        X509CertificateHolder signer = signers.iterator().next();
        if (!Certificates.isForStamps(signer)) throw new Refused("stamp.usage");
        try {
            token.validate(
                    new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(Certificates.BC)
                            .build(signer));
        } catch (TSPException e) {
            throw new Refused("stamp.signature", e);
        }
        Collection<X509CertificateHolder> all = store.getMatches(null);
        if (!Cms.consistent(token.toCMSSignedData()) || !Cms.certificatesHold(all, signer, trust))
            throw new Refused("stamp.unreadable");
        List<X509CertificateHolder> chain = Certificates.chain(signer, all, trust);
        if (!Certificates.allValidOn(chain, info.getGenTime())) throw new Refused("stamp.expired");
        byte[] der = token.getEncoded("DER");
        return new Token(
                info.getGenTime().toInstant(),
                Sha256.of(der),
                der,
                info.getSerialNumber().toString(16),
                kind(chain),
                chain);
    }

    private AuthorityKind kind(List<X509CertificateHolder> chain) {
        if (trust.holds(chain.getLast())) return AuthorityKind.COMMERCIAL;
        return Certificates.saysTest(chain.getFirst().getSubject())
                ? AuthorityKind.TEST
                : AuthorityKind.SELF_MADE;
    }

    private static void imprint(String algorithm, byte[] digest, byte[] stamped) throws Refused {
        if (!algorithm.equals(TSPAlgorithms.SHA256.getId())
                || !Arrays.equals(digest, Sha256.of(stamped).bytes()))
            throw new Refused("stamp.imprint");
    }
}
