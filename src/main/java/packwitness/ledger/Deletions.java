package packwitness.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which files the ledger lets be absent, by their recording and hash: an ERASE row with a {@code
 * sha256} speaks of that file alone and excuses nothing else. One thread.
 */
final class Deletions {
    private static final String RETURN = "return";

    private final Map<String, Long> rows = new HashMap<>();

    static boolean isOfFile(Entry row) {
        return row.kind() == EntryKind.ERASE && row.facts().containsKey("sha256");
    }

    void see(Entry row) {
        String file =
                key(row.facts().getOrDefault("take", ""), row.facts().getOrDefault("sha256", ""));
        // A file that came back from quarantine has to be there again.
        if (RETURN.equals(row.facts().get("step"))) rows.remove(file);
        else rows.put(file, row.seq());
    }

    /** Returns the row by which the file left, if one did. */
    Optional<Long> of(String take, String sha256) {
        return Optional.ofNullable(rows.get(key(take, sha256)));
    }

    private static String key(String take, String sha256) {
        return take + " " + sha256;
    }
}
