package packwitness.recording;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Cuts still pictures out of a recorded video. */
public final class KeyFrames {
    private KeyFrames() {}

    /** Returns the frame that is shown at this time; the last one where the video is shorter. */
    public static KeyFrame cut(Path video, Duration at) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns frames spread evenly over the video, never more than it has. */
    public static List<KeyFrame> spread(Path video, int count) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
