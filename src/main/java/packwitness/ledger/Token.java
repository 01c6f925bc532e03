package packwitness.ledger;

import org.bouncycastle.cert.X509CertificateHolder;

import packwitness.value.Sha256;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A time-stamp token whose cryptography is in order.
 *
 * @param token SHA-256 of the DER TimeStampToken
 * @param kind by its root: in the trust list, a TEST authority, or any other
 * @param chain from the authority's certificate to the last issuer found
 */
record Token(
        Instant genTime,
        Sha256 token,
        byte[] der,
        String serial,
        AuthorityKind kind,
        List<X509CertificateHolder> chain) {
    Token {
        der = der.clone();
        chain = List.copyOf(chain);
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    /** Returns when the first certificate of the chain ends: a new stamp is needed before. */
    Instant ends() {
        return chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(genTime);
    }

    String authority() {
        return chain.getFirst().getSubject().toString();
    }

    String root() {
        return chain.getLast().getSubject().toString();
    }
}
