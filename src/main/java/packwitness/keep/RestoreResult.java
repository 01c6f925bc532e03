package packwitness.keep;

import java.util.List;

/**
 * What a restore brought back.
 *
 * @param damaged files of the backup that are missing or do not fit their hash; they are not in the
 *     restored vault
 */
public record RestoreResult(int files, long bytes, List<String> damaged) {
    public RestoreResult {
        damaged = List.copyOf(damaged);
    }
}
