package packwitness.recording;

import packwitness.value.Sha256;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A sealed file. The first frame counts from the pre-roll on; {@code streamHash} is what {@code
 * ffmpeg -i FILE -c copy -f streamhash -hash sha256 -} prints, for the original and for its play
 * copy alike.
 */
public record Original(
        Path file,
        long bytes,
        Sha256 sha256,
        Sha256 chainHead,
        int segments,
        Sha256 streamHash,
        FrameCounts counts,
        int preRollFrames,
        long firstFrame,
        long lastFrame,
        Instant firstFrameAt,
        Instant lastFrameAt,
        Duration length,
        List<Gap> gaps,
        Making making) {
    public Original {
        gaps = List.copyOf(gaps);
    }

    /**
     * Returns the number of the first frame behind the pre-roll; between two takes that follow each
     * other without a gap it is one more than the last frame of the take before.
     */
    public long firstOwnFrame() {
        return making.firstOwnFrame();
    }
}
