package packwitness.ui.desk;

import java.time.Duration;
import java.util.Optional;

/**
 * How things stand at the table, for one glance.
 *
 * @param waybill of the parcel being recorded
 * @param alarm the key of what keeps the desk from recording, such as CAMERA_LOST
 */
public record DeskStatus(
        boolean armed,
        boolean recording,
        Optional<String> waybill,
        int take,
        Duration elapsed,
        Duration preRoll,
        long received,
        long dropped,
        long recorded,
        Optional<Duration> diskLeft,
        Optional<String> checkpoint,
        Optional<String> alarm,
        String camera) {
    public static final DeskStatus OFF =
            new DeskStatus(
                    false,
                    false,
                    Optional.empty(),
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "");
}
