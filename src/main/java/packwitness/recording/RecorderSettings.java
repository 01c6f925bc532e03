package packwitness.recording;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How to record: the text of the station in the picture, the zone of the time in it, the least
 * pre-roll, whether codes are read in the picture, and which encoder is tried first.
 */
public record RecorderSettings(
        String station, ZoneId zone, Duration preRoll, boolean readLabels, String encoder) {
    /** The software encoder of our own builds. */
    public static final String X264 = "libx264";

    /** The encoder that is there where x264 is not. */
    public static final String OPENH264 = "libopenh264";

    /** Returns three seconds of pre-roll, label reading on and x264. */
    public static RecorderSettings of(String station, ZoneId zone) {
        return new RecorderSettings(station, zone, Duration.ofSeconds(3), true, X264);
    }
}
