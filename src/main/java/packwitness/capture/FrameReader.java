package packwitness.capture;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Decodes a video file frame by frame; one thread at a time. */
public final class FrameReader implements AutoCloseable {
    private FrameReader() {}

    public static FrameReader open(Path video) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns the next frame, or nothing at the end. */
    public Optional<DecodedFrame> next() throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Makes {@link #next()} return the frame that is shown at this time. */
    public void seek(Duration at) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns the number of frames in the file, found by one pass over its packets. */
    public long frames() throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns the time from the first frame to the end of the last one. */
    public Duration length() throws Failure {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() {}
}
