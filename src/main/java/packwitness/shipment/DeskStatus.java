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
 * @param counts frames of all cameras together
 * @param preRoll what a take begun now would have from before its scan, in every view
 * @param diskHours hours of recording that fit above the reserve at the rate measured so far; empty
 *     before the first segments
 * @param code the short code of the newest checkpoint
 * @param alarms alarms that hold now, by name; at a station with two cameras those of one camera
 *     are {@code VIEW.NAME}
 * @param views the views that deliver pictures, the overview first
 * @param closesIn how long until the running take is closed because nothing moves; empty while
 *     nothing announces that
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
        List<String> alarms,
        List<View> views,
        Optional<Duration> closesIn) {

    public DeskStatus {
        alarms = List.copyOf(alarms);
        views = List.copyOf(views);
    }

    /** Returns the status of a desk that is not armed. */
    public static DeskStatus off(
            Optional<String> operator, Optional<String> code, List<String> alarms) {
        return new DeskStatus(
                false,
                "",
                "",
                operator,
                Optional.empty(),
                new FrameCounts(0, 0, 0),
                Duration.ZERO,
                Optional.empty(),
                code,
                alarms,
                List.of(),
                Optional.empty());
    }

    /**
     * The parcel in front of the camera.
     *
     * @param waybill provisional, {@code ?} and the code scanned first, while not {@code bound}
     * @param bytesOnDisk of all views together
     */
    public record Running(
            WaybillNo waybill,
            boolean bound,
            int takeNumber,
            Duration elapsed,
            long bytesOnDisk,
            String goods) {}
}
