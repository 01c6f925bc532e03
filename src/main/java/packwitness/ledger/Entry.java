package packwitness.ledger;

import packwitness.value.Sha256;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of the ledger as it was written.
 *
 * @param seq place in the ledger, from 0
 * @param prev leaf of the row before; zeros in the first
 * @param facts by name; a salted fact has the name {@code <name>.salted} and its hash as value
 * @param leaf SHA-256 of a zero byte and the row's bytes
 */
public record Entry(
        long seq,
        EntryKind kind,
        Instant at,
        SortedMap<String, String> facts,
        Sha256 prev,
        Sha256 leaf) {
    public Entry {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** Returns the row's bytes, exactly those that are hashed. */
    public byte[] body() {
        return RowText.write(prev, seq, at.toEpochMilli(), kind.name(), facts);
    }
}
