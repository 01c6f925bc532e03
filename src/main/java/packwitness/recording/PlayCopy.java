package packwitness.recording;

import packwitness.value.Failure;

import java.nio.file.Path;

/** Derives the copy for playing from an original: the same stream, another container. */
public final class PlayCopy {
    private PlayCopy() {}

    /** Writes an MP4 with its index in front; the target must not exist and appears whole. */
    public static void make(Path original, Path target) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
