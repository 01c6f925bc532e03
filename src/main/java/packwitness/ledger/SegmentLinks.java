package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The chain over the pieces of an original, and its list in a bag. */
final class SegmentLinks {
    private SegmentLinks() {}

    /** Returns the link after a piece: over the link before, its place, and its bytes' hash. */
    static Sha256 next(Sha256 previous, long offset, long length, Sha256 bytes) {
        byte[] place = ByteBuffer.allocate(2 * Long.BYTES).putLong(offset).putLong(length).array();
        return Sha256.of(previous.bytes(), place, bytes.bytes());
    }

    /** The same over raw hashes, with a digest of the caller's. */
    static byte[] next(
            MessageDigest digest, byte[] previous, long offset, long length, byte[] bytes) {
        digest.update(previous);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(offset).putLong(length).array());
        digest.update(bytes);
        return digest.digest();
    }

    /** Returns the list of each take: number, offset, length, hash, link, frames a line. */
    static SortedMap<String, String> texts(Collection<Entry> rows) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Entry row : rows) {
            String take = row.facts().getOrDefault("take", "");
            if (row.kind() != EntryKind.SEGMENT || !take.matches("[0-9]{1,18}")) continue;
            StringBuilder line = new StringBuilder();
            for (String name :
                    new String[] {"segment", "offset", "length", "sha256", "link", "frames"})
                line.append(line.isEmpty() ? "" : " ").append(row.facts().getOrDefault(name, "-"));
            texts.merge(take, line + "\n", String::concat);
        }
        return texts;
    }
}
