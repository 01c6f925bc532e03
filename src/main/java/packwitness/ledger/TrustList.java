package packwitness.ledger;

import packwitness.value.Sha256;

import java.util.Set;

/**
 * The root certificates of outside time-stamp authorities that the person who checks accepts.
 *
 * @param roots SHA-256 of their DER certificates
 */
public record TrustList(Set<Sha256> roots) {
    public TrustList {
        roots = Set.copyOf(roots);
    }

    /** Returns the roots that ship with the program. */
    public static TrustList shipped() {
        throw new IllegalStateException("not yet");
    }
}
