package packwitness.shipment;

import java.time.Duration;

/**
 * How a desk behaves.
 *
 * @param bounce the same code again within this time is the scanner's doing
 * @param still a take is closed when nothing has moved for this long; zero never closes one
 * @param warning how long before that it is announced
 * @param reserveBytes with less than this free the station is not armed
 * @param earlyHours the disk is reported low with less than this left at the measured rate
 * @param lateHours the disk is reported nearly full with less than this left
 * @param stills how many stills are cut from a take; 0 for none
 */
public record DeskSettings(
        Duration bounce,
        Duration still,
        Duration warning,
        long reserveBytes,
        double earlyHours,
        double lateHours,
        int stills) {

    private static final DeskSettings STANDARD =
            new DeskSettings(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    300L << 20,
                    24,
                    2,
                    6);

    public static DeskSettings standard() {
        return STANDARD;
    }

    public DeskSettings withStill(Duration next) {
        return new DeskSettings(
                bounce, next, warning, reserveBytes, earlyHours, lateHours, stills);
    }

    public DeskSettings withBounce(Duration next) {
        return new DeskSettings(next, still, warning, reserveBytes, earlyHours, lateHours, stills);
    }

    public DeskSettings withWarning(Duration next) {
        return new DeskSettings(bounce, still, next, reserveBytes, earlyHours, lateHours, stills);
    }

    public DeskSettings withReserve(long bytes) {
        return new DeskSettings(bounce, still, warning, bytes, earlyHours, lateHours, stills);
    }

    public DeskSettings withStills(int next) {
        return new DeskSettings(
                bounce, still, warning, reserveBytes, earlyHours, lateHours, next);
    }
}
