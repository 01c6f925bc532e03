package packwitness.ledger;

import packwitness.value.Failure;

/** Writes bags (RFC 8493) that a stranger checks with coreutils and openssl. */
public final class BagWriter {
    private BagWriter() {}

    /** Writes the bag under a temporary name and moves it to its place when it is whole. */
    public static Bag write(BagRequest request) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
