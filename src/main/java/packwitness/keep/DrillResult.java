package packwitness.keep;

import java.util.List;

/**
 * What a restore drill proved.
 *
 * @param tried recordings that were restored
 * @param plays of these, how many gave a picture from their middle
 * @param verifies of these, how many agree with the restored ledger
 * @param faults files that did not
 */
public record DrillResult(int tried, int plays, int verifies, List<String> faults) {
    public DrillResult {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return tried > 0 && plays == tried && verifies == tried && faults.isEmpty();
    }
}
