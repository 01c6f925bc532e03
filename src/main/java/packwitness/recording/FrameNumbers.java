package packwitness.recording;

import packwitness.value.Failure;

import java.nio.file.Path;

/** Counts the demo scene's running numbers in a video, from the pictures alone. */
public final class FrameNumbers {
    private FrameNumbers() {}

    /** First and last number seen, and how many are missing, doubled, out of order, unreadable. */
    public record Count(
            long first, long last, long missing, long doubled, long outOfOrder, long unreadable) {}

    /** Decodes every frame of the video; first and last are -1 where no number was read. */
    public static Count count(Path video) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
