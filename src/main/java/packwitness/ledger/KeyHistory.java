package packwitness.ledger;

import packwitness.value.Sha256;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The device keys that a ledger names, each in force from its row on, and whether each was handed
 * over by the one before; used by one thread.
 */
final class KeyHistory {
    static final String FIRST_LINE = "packwitness key v1";
    static final String BY_OLD = "by_old";
    static final String BY_NEW = "by_new";

    private final Findings findings;
    private final String source;
    private final TreeMap<Long, byte[]> keys = new TreeMap<>();
    private String origin = "";

    KeyHistory(Findings findings, String source) {
        this.findings = findings;
        this.source = source;
    }

    /** Returns what both keys sign when one takes over from the other. */
    static byte[] statement(String origin, long seq, Sha256 before, Sha256 after) {
        return RowText.utf8(
                FIRST_LINE + "\n" + origin + "\n" + seq + "\n" + before + "\n" + after + "\n");
    }

    /** Sees a GENESIS or KEY row, in the order of the ledger. */
    void see(Entry row) {
        Optional<byte[]> key = Keys.of(row);
        if (key.isEmpty()) {
            findings.failed("C4", about(row), "key.unreadable");
            return;
        }
        if (row.kind() == EntryKind.GENESIS) origin = row.facts().getOrDefault("origin", "");
        else handedOver(row, key.get());
        keys.put(row.seq(), key.get());
    }

    String origin() {
        return origin;
    }

    /** Returns the key in force when a checkpoint of this size was signed. */
    Optional<byte[]> at(long size) {
        return Optional.ofNullable(keys.lowerEntry(size)).map(Map.Entry::getValue);
    }

    /** Tells whether this is the key in force at that size. */
    boolean inForce(byte[] key, long size) {
        return at(size).map(one -> Arrays.equals(one, key)).orElse(false);
    }

    private void handedOver(Entry row, byte[] key) {
        byte[] before = at(row.seq()).orElse(new byte[0]);
        byte[] statement = statement(origin, row.seq(), Sha256.of(before), Sha256.of(key));
        Optional<byte[]> byNew = signature(row, BY_NEW);
        Optional<byte[]> byOld = signature(row, BY_OLD);
        boolean wrong =
                (byNew.isPresent() && !Keys.signed(key, statement, byNew.get()))
                        || (byOld.isPresent() && !Keys.signed(before, statement, byOld.get()));
        if (wrong) findings.failed("C4", about(row), "key.signature");
        else if (byNew.isPresent() && byOld.isPresent())
            findings.passed("C4", about(row), "key.handedOver");
        else findings.undecided("C4", about(row), "key.changed");
    }

    /** A signature that is there but no base64 has not signed anything. */
    private static Optional<byte[]> signature(Entry row, String fact) {
        String text = row.facts().get(fact);
        if (text == null) return Optional.empty();
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.of(new byte[0]);
        }
    }

    private String about(Entry row) {
        return source + " row " + row.seq();
    }
}
