package packwitness.keep;

import java.time.Instant;
import java.util.List;

/**
 * What the comparison of disk and index found.
 *
 * @param files files that were compared
 * @param hashed whether their bytes were read, not only their sizes
 * @param complete whether it came to its end
 */
public record IntegrityReport(
        Instant at, long files, long bytes, boolean hashed, boolean complete, List<Fault> faults) {
    public IntegrityReport {
        faults = List.copyOf(faults);
    }

    /** Returns how many faults of this kind there are. */
    public long count(Fault.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }
}
