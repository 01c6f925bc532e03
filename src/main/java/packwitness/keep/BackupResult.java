package packwitness.keep;

import java.time.Instant;
import java.util.List;

/**
 * What a backup did.
 *
 * @param files files that the backup now holds of this vault
 * @param copied files that were copied now
 * @param failed files that are missing or are not what the index says, relative to the vault; they
 *     are not in the backup
 * @param pruned files that retention deleted and that left the backup too
 * @param complete false where it was ended before; what was copied counts, its list is not written
 */
public record BackupResult(
        Instant at,
        int files,
        long bytes,
        int copied,
        long copiedBytes,
        List<String> failed,
        int pruned,
        boolean complete) {
    public BackupResult {
        failed = List.copyOf(failed);
    }
}
