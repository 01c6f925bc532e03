package packwitness.recording;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How to record: the text of the station in the picture, the zone of the time in it, the least
 * pre-roll, whether codes are read in the picture, which encoder is tried first, whether the text
 * is burnt into the picture of a camera that sends H.264 - which costs a new encoding and the
 * camera's own bytes - and whether pictures of a copied stream are decoded to look for a dark or
 * frozen camera.
 */
public record RecorderSettings(
        String station,
        ZoneId zone,
        Duration preRoll,
        boolean readLabels,
        EncoderChoice encoder,
        boolean burnIn,
        boolean watchPictures) {
    /** The software encoder of our own builds. */
    public static final String X264 = "libx264";

    /** The encoder that is there where x264 is not. */
    public static final String OPENH264 = "libopenh264";

    /** Names the encoder; streams of H.264 are copied. */
    public RecorderSettings(
            String station, ZoneId zone, Duration preRoll, boolean readLabels, String encoder) {
        this(station, zone, preRoll, readLabels, EncoderChoice.of(encoder), false, true);
    }

    /** Returns three seconds of pre-roll, label reading on, x264, and H.264 copied. */
    public static RecorderSettings of(String station, ZoneId zone) {
        return new RecorderSettings(station, zone, Duration.ofSeconds(3), true, X264);
    }

    /** Returns the same with this encoder wished. */
    public RecorderSettings with(EncoderChoice choice) {
        return new RecorderSettings(
                station, zone, preRoll, readLabels, choice, burnIn, watchPictures);
    }

    /** Returns the same with the text burnt into every picture, or beside those that are copied. */
    public RecorderSettings withBurnIn(boolean burn) {
        return new RecorderSettings(
                station, zone, preRoll, readLabels, encoder, burn, watchPictures);
    }

    /** Returns the same with reading of codes, and looking at the pictures at all, on or off. */
    public RecorderSettings withLooking(boolean labels, boolean pictures) {
        return new RecorderSettings(station, zone, preRoll, labels, encoder, burnIn, pictures);
    }
}
