package packwitness.shipment;

import packwitness.recording.FrameCounts;
import packwitness.value.WaybillNo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The desk at one moment, for a screen.
 *
 * @param running the parcel that is being recorded
 * @param diskHours hours of recording that fit on the disk at the rate measured so far; empty
 *     before the first segment
 * @param code the short code of the newest checkpoint
 * @param alarms alarms that hold now, by name
 */
public record DeskStatus(
        boolean armed,
        String station,
        String camera,
        Optional<String> operator,
        Optional<Running> running,
        FrameCounts counts,
        Duration preRoll,
        Optional<Double> diskHours,
        Optional<String> code,
        List<String> alarms) {

    public DeskStatus {
        alarms = List.copyOf(alarms);
    }

    /** The parcel in front of the camera. */
    public record Running(
            WaybillNo waybill, int takeNumber, Duration elapsed, long bytesOnDisk, String goods) {}
}
