package packwitness.ledger;

import packwitness.value.Sha256;

/**
 * A personal value that stands beside the ledger with its salt.
 *
 * @param salt 32 lower-case hexadecimal digits
 */
record Salted(long seq, String name, String salt, String value) {
    static final String FIRST_LINE = "packwitness salted v1";
    static final String SUFFIX = ".salted";

    /** Returns the bytes whose hash stands in the row. */
    byte[] preimage() {
        return RowText.utf8(FIRST_LINE + "\n" + name + "\n" + salt + "\n" + value);
    }

    Sha256 hash() {
        return Sha256.of(preimage());
    }
}
