package packwitness.keep;

import packwitness.value.ShipmentId;

import java.time.Instant;
import java.util.List;

/**
 * What the rules let go now; nothing has happened to it yet.
 *
 * @param files files that go into quarantine
 * @param due files that waited long enough and are deleted for good
 * @param back files in quarantine whose parcel is on hold and that come back
 * @param rows parcels of which only the row is left
 * @param persons orders whose buyer and notes are emptied
 * @param heldFiles videos that a rule would let go and a hold keeps
 * @param more whether a rule lets go more than one plan holds; the next plan goes on
 */
public record RetentionPlan(
        Instant madeAt,
        RetentionRules rules,
        List<Candidate> files,
        List<Removal> due,
        List<Removal> back,
        List<ShipmentId> rows,
        long persons,
        int heldFiles,
        long heldBytes,
        boolean more) {
    public RetentionPlan {
        files = List.copyOf(files);
        due = List.copyOf(due);
        back = List.copyOf(back);
        rows = List.copyOf(rows);
    }

    /** Returns how many videos, or key frames, go into quarantine. */
    public long count(Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).count();
    }

    /** Returns the bytes that go into quarantine; they are free once quarantine is over. */
    public long bytes() {
        return files.stream().mapToLong(file -> Math.max(0, file.bytes())).sum();
    }

    /** Returns the bytes that become free at once. */
    public long freedNow() {
        return due.stream().mapToLong(Removal::bytes).sum();
    }

    /** Returns how many steps a run of this plan takes. */
    public int steps() {
        return files.size() + due.size() + back.size() + rows.size() + (persons > 0 ? 1 : 0);
    }

    public boolean isEmpty() {
        return steps() == 0;
    }
}
