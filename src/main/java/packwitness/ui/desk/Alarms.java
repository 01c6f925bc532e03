package packwitness.ui.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which alarms of the desk mean that what is packed now is not recorded. */
final class Alarms {
    private static final String DARK = "LENS_DARK";
    private static final Set<String> HINTS = 
            Set.of(DARK, "FRAMES_DROPPED", "CLOCK_JUMPED", "PICTURES_BROKEN", "RATE_LOW");
    private static final Set<String> NAMED =
            Set.of(
                    "CAMERA_LOST",
                    "FRAMES_STOPPED",
                    "FRAMES_FROZEN",
                    "WRITER_BEHIND",
                    "WRITE_FAILED",
                    "SOURCE_ENDED",
                    "RECORDER_FAILED",
                    "INDEX_NOT_WRITTEN");

    private Alarms() {}

    /** Returns the first alarm that stops the recording; one we do not know is taken as such. */
    static Optional<String> serious(List<String> alarms) {
        return alarms.stream().filter(alarm -> !HINTS.contains(alarm)).findFirst();
    }

    /** Returns the sentence key of what should be mended while the recording goes on. */
    static Optional<String> hint(List<String> alarms) {
        return alarms.contains(DARK) ? Optional.of(key(DARK)) : Optional.empty();
    }

    /** Returns the key of the sentence. */
    static String key(String alarm) {
        return "ui.desk.alarm."
                + (NAMED.contains(alarm) || HINTS.contains(alarm) ? alarm : "OTHER");
    }
}
