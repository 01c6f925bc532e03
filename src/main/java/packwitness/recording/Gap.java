package packwitness.recording;

import java.time.Duration;

/**
 * Frames of a take that are not in its file, by running number, how many, and the time between the
 * frames around them; a silent camera makes a gap of no frames, {@code last} = {@code first} - 1.
 * While the frame rate is halved one gap stands for all pictures left out: {@code frames} counts
 * them and the length is the longest single one.
 */
public record Gap(long first, long last, Duration length, Cause cause, long frames) {
    /** Why frames are missing. */
    public enum Cause {
        /** The computer could not keep up. */
        OVERLOAD,
        /** The frame rate was halved for an overloaded computer. */
        RATE_HALVED,
        /** The camera sent what cannot be decoded. */
        CORRUPT,
        /** The encoder gave nothing out. */
        ENCODER,
        /** The camera sent nothing. */
        SILENCE
    }

    /** Tells of frames that are missing one behind the other. */
    public Gap(long first, long last, Duration length, Cause cause) {
        this(first, last, length, cause, last - first + 1);
    }
}
