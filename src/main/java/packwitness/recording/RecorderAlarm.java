package packwitness.recording;

import java.time.Instant;

/** Something the people at the table must know at once; {@code detail} is technical. */
public record RecorderAlarm(Kind kind, Instant at, String detail) {
    /** What has happened. */
    public enum Kind {
        /** The camera gave an error or vanished. */
        CAMERA_LOST,
        /** Pictures come again. */
        CAMERA_BACK,
        /** No picture has come for two seconds. */
        FRAMES_STOPPED,
        /** The same picture comes again and again. */
        FRAMES_FROZEN,
        /** The pictures move again. */
        FRAMES_MOVING,
        /** The picture has been dark for five seconds. */
        LENS_DARK,
        /** The picture is bright again. */
        LENS_CLEAR,
        /** Pictures came damaged, or something came that is no picture. */
        PICTURES_BROKEN,
        /** The camera gives far fewer pictures than it used to. */
        RATE_LOW,
        /** The camera gives as many pictures as before. */
        RATE_USUAL,
        /** Frames were dropped because the computer could not keep up. */
        FRAMES_DROPPED,
        /** The disk does not keep up; the take is closed as damaged. */
        WRITER_BEHIND,
        /** The file could not be written; the take is closed as damaged. */
        WRITE_FAILED,
        /** A take runs, but for three seconds nothing of it has reached the disk. */
        NO_BYTES,
        /** The running take reaches the disk again. */
        BYTES_AGAIN,
        /** The computer cannot follow and something was given up; the detail names the step. */
        LOAD_REDUCED,
        /** Something that was given up is done again; the detail names the step. */
        LOAD_RESTORED,
        /** The wished encoder was not taken; the detail says why. */
        ENCODER_FALLBACK,
        /** The wall clock was set, or stands still. */
        CLOCK_JUMPED,
        /** A recorded file has come to its end. */
        SOURCE_ENDED,
        /** The recorder itself has failed and has stopped. */
        RECORDER_FAILED
    }
}
