package packwitness.keep;

import java.util.List;

/**
 * What a restore drill proved.
 *
 * @param tried recordings that were restored
 * @param plays of these, how many gave a picture from their middle
 * @param verifies of these, how many agree with the restored ledger
 * @param faults files that did not
 * @param complete false where it was ended before; then nothing is proved, for good or ill
 */
public record DrillResult(
        int tried, int plays, int verifies, List<String> faults, boolean complete) {
    public DrillResult {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return complete && tried > 0 && plays == tried && verifies == tried && faults.isEmpty();
    }
}
