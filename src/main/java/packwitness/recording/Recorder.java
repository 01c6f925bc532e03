package packwitness.recording;

import packwitness.capture.Camera;
import packwitness.capture.PreviewFrame;
import packwitness.value.Failure;

import java.time.Clock;
import java.util.Optional;

/**
 * An armed station's recorder; any thread may call it, and no call waits for the disk but close.
 */
public final class Recorder implements AutoCloseable {
    private Recorder() {}

    /**
     * Arms the camera and returns once the first frame is in the ring. The camera is the recorder's
     * from here on and is closed with it, also where arming fails.
     */
    public static Recorder arm(
            Camera camera, RecorderSettings settings, RecorderEvents events, Clock clock)
            throws Failure {
        throw new IllegalStateException("not yet");
    }

    /**
     * Begins a take at the first frame that arrived at {@code atNanos} or later, by {@link
     * System#nanoTime()}; a running take ends with the frame before. The row of the take must be
     * durable before this call. The caption is shown in the picture.
     */
    public void begin(TakeFile file, String caption, long atNanos) {
        throw new IllegalStateException("not yet");
    }

    /** Ends the running take with the last frame that arrived before {@code atNanos}. */
    public void end(long atNanos) {
        throw new IllegalStateException("not yet");
    }

    /** Shows a further text in the picture, such as the code of the newest checkpoint. */
    public void remark(String text) {
        throw new IllegalStateException("not yet");
    }

    /** Returns the newest preview picture. */
    public Optional<PreviewFrame> latest() {
        throw new IllegalStateException("not yet");
    }

    public RecorderStatus status() {
        throw new IllegalStateException("not yet");
    }

    /** Ends the running take, waits until every file is sealed, and frees everything. */
    @Override
    public void close() {}
}
