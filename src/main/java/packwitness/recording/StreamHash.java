package packwitness.recording;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.nio.file.Path;

/** The hash over a video's coded stream, which is equal for an original and its play copy. */
public final class StreamHash {
    private StreamHash() {}

    /** Returns what {@code ffmpeg -i VIDEO -c copy -f streamhash -hash sha256 -} prints. */
    public static Sha256 of(Path video) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
