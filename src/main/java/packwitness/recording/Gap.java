package packwitness.recording;

import java.time.Duration;

/**
 * Frames of a take that are not in its file, by running number, and the time between the frames
 * around them; a silent camera makes a gap of no frames, {@code last} = {@code first} - 1.
 */
public record Gap(long first, long last, Duration length, Cause cause) {
    /** Why frames are missing. */
    public enum Cause {
        /** The computer could not keep up. */
        OVERLOAD,
        /** The camera sent what cannot be decoded. */
        CORRUPT,
        /** The encoder gave nothing out. */
        ENCODER,
        /** The camera sent nothing. */
        SILENCE
    }

    public long frames() {
        return last - first + 1;
    }
}
