package packwitness.ui.desk;

import packwitness.shipment.View;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which alarms of the desk mean that what is packed now is not recorded. */
public final class Alarms {
    private static final Set<String> HINTS =
            Set.of(
                    "LENS_DARK",
                    "FRAMES_DROPPED",
                    "CLOCK_JUMPED",
                    "PICTURES_BROKEN",
                    "RATE_LOW",
                    "LOAD_REDUCED",
                    "ENCODER_FALLBACK",
                    "DISK_LOW",
                    "DISK_NEARLY_FULL",
                    "SCAN_RULES_UNREADABLE");
    private static final Set<String> NAMED =
            Set.of(
                    "CAMERA_LOST",
                    "FRAMES_STOPPED",
                    "FRAMES_FROZEN",
                    "WRITER_BEHIND",
                    "WRITE_FAILED",
                    "NO_BYTES",
                    "SOURCE_ENDED",
                    "RECORDER_FAILED",
                    "TAKE_DAMAGED",
                    "INDEX_NOT_WRITTEN");

    /** Hints that a packer must act upon; the others a glance takes in. */
    private static final List<String> URGENT = List.of("DISK_NEARLY_FULL", "LENS_DARK", "DISK_LOW");

    private Alarms() {}

    /** Returns the name without the view that may stand before it. */
    static String name(String alarm) {
        return view(alarm).map(view -> alarm.substring(view.name().length() + 1)).orElse(alarm);
    }

    /** Returns the view that the alarm is about; empty where it is about the whole station. */
    static Optional<View> view(String alarm) {
        for (View view : View.values()) if (alarm.startsWith(view + ".")) return Optional.of(view);
        return Optional.empty();
    }

    static boolean isSerious(String alarm) {
        return !HINTS.contains(name(alarm));
    }

    /** Returns the first alarm that means trouble; one we do not know is taken as such. */
    static Optional<String> serious(List<String> alarms) {
        return alarms.stream().filter(Alarms::isSerious).findFirst();
    }

    /**
     * Returns whether trouble with one camera leaves another that records: then the parcel is not
     * lost, but not filmed from every side.
     */
    static boolean partly(List<String> alarms) {
        List<String> troubles = alarms.stream().filter(Alarms::isSerious).toList();
        return !troubles.isEmpty()
                && troubles.stream().allMatch(alarm -> view(alarm).isPresent())
                && troubles.stream().map(Alarms::view).distinct().count() == 1;
    }

    /** Returns the sentence key of what should be mended while the recording goes on. */
    static Optional<String> hint(List<String> alarms) {
        for (String urgent : URGENT)
            if (alarms.stream().anyMatch(alarm -> name(alarm).equals(urgent)))
                return Optional.of(key(urgent));
        return alarms.stream().filter(alarm -> !isSerious(alarm)).map(Alarms::key).findFirst();
    }

    /** Returns the key of the sentence. */
    public static String key(String alarm) {
        String name = name(alarm);
        return "ui.desk.alarm." + (NAMED.contains(name) || HINTS.contains(name) ? name : "OTHER");
    }
}
