package packwitness.shipment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Warns before the disk is full: early while there is time to make room, and again when it is
 * really low. A running take is never stopped for it.
 */
final class DiskWatch {
    static final String LOW = "DISK_LOW";
    static final String NEARLY_FULL = "DISK_NEARLY_FULL";

    /** What is left must have grown by this much before an alarm is over, so that none flutters. */
    private static final double GROWN = 1.2;

    private final DeskParts parts;

    DiskWatch(DeskParts parts) {
        this.parts = parts;
    }

    /** Returns the hours that fit above the reserve; empty before anything was measured. */
    Optional<Double> hours(Map<View, Double> rates) {
        return parts.forecast().hours(parts.freeBytes() - parts.settings().reserveBytes(), rates);
    }

    void look(Map<View, Double> rates) {
        judge(parts.freeBytes(), hours(rates));
    }

    void judge(long free, Optional<Double> hours) {
        DeskSettings rules = parts.settings();
        String detail =
                hours.map(left -> String.format(Locale.ROOT, "%.1f h, ", left)).orElse("")
                        + (free >> 20)
                        + " MB";
        boolean full = free < rules.reserveBytes() || below(hours, rules.lateHours());
        boolean low = full || below(hours, rules.earlyHours());
        if (full) raise(NEARLY_FULL, detail);
        else if (low) raise(LOW, detail);
        if (!full && free > rules.reserveBytes() * GROWN && above(hours, rules.lateHours()))
            over(NEARLY_FULL);
        if (!low && above(hours, rules.earlyHours())) over(LOW);
    }

    private void raise(String name, String detail) {
        parts.board().raiseOnce(Optional.empty(), name, detail, take());
    }

    private void over(String name) {
        parts.board().over(Optional.empty(), take(), List.of(name));
    }

    private Optional<packwitness.value.TakeId> take() {
        return parts.running().map(RunningTake::take);
    }

    private static boolean below(Optional<Double> hours, double limit) {
        return hours.map(left -> left < limit).orElse(false);
    }

    private static boolean above(Optional<Double> hours, double limit) {
        return hours.map(left -> left > limit * GROWN).orElse(true);
    }
}
