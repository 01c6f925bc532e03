package packwitness.ledger.tree;

import packwitness.value.Sha256;

import java.security.MessageDigest;

/** Hashes two nodes into their parent; used by one thread. */
final class Nodes {
    static final int LENGTH = 32;

    private final MessageDigest digest = Sha256.digest();

    /** Hashes two nodes that lie one behind the other. */
    byte[] parent(byte[] both, int from) {
        digest.update((byte) 1);
        digest.update(both, from, 2 * LENGTH);
        return digest.digest();
    }

    byte[] parent(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
