package packwitness.shipment;

import packwitness.recording.EncoderChoice;

import java.time.Duration;

/**
 * How a desk behaves.
 *
 * @param bounce the same code again within this time is the scanner's doing
 * @param still a take is closed when nothing has moved for this long; zero never closes one
 * @param empty a take is closed when the table has looked empty for this long, where an empty table
 *     was learnt
 * @param warning how long before that it is announced
 * @param reserveBytes with less than this free the station is not armed
 * @param earlyHours the disk is reported low with less than this left at the measured rate
 * @param lateHours the disk is reported nearly full with less than this left
 * @param stills how many stills are cut from a take; 0 for none
 * @param encoder as {@link EncoderChoice#of} reads it; empty for software
 * @param burnIn whether the text is burnt into the picture of a camera that sends H.264
 */
public record DeskSettings(
        Duration bounce,
        Duration still,
        Duration empty,
        Duration warning,
        long reserveBytes,
        double earlyHours,
        double lateHours,
        int stills,
        String encoder,
        boolean burnIn) {

    private static final DeskSettings STANDARD =
            new DeskSettings(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    300L << 20,
                    24,
                    2,
                    6,
                    "",
                    false);

    public static DeskSettings standard() {
        return STANDARD;
    }

    /** Returns the same with forgotten takes closed after this time, or never where it is zero. */
    public DeskSettings withStill(Duration next) {
        return new DeskSettings(
                bounce,
                next,
                empty,
                warning,
                reserveBytes,
                earlyHours,
                lateHours,
                stills,
                encoder,
                burnIn);
    }

    public DeskSettings withBounce(Duration next) {
        return new DeskSettings(
                next,
                still,
                empty,
                warning,
                reserveBytes,
                earlyHours,
                lateHours,
                stills,
                encoder,
                burnIn);
    }

    public DeskSettings withWarning(Duration next) {
        return new DeskSettings(
                bounce,
                still,
                empty,
                next,
                reserveBytes,
                earlyHours,
                lateHours,
                stills,
                encoder,
                burnIn);
    }

    public DeskSettings withReserve(long next) {
        return new DeskSettings(
                bounce,
                still,
                empty,
                warning,
                next,
                earlyHours,
                lateHours,
                stills,
                encoder,
                burnIn);
    }

    public DeskSettings withStills(int next) {
        return new DeskSettings(
                bounce,
                still,
                empty,
                warning,
                reserveBytes,
                earlyHours,
                lateHours,
                next,
                encoder,
                burnIn);
    }

    public DeskSettings withEncoder(String next) {
        return new DeskSettings(
                bounce,
                still,
                empty,
                warning,
                reserveBytes,
                earlyHours,
                lateHours,
                stills,
                next,
                burnIn);
    }

    public DeskSettings withBurnIn(boolean next) {
        return new DeskSettings(
                bounce,
                still,
                empty,
                warning,
                reserveBytes,
                earlyHours,
                lateHours,
                stills,
                encoder,
                next);
    }
}
