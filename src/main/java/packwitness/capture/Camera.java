package packwitness.capture;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

import packwitness.value.Failure;

import java.time.Instant;
import java.util.Optional;

/**
 * A source of pictures; one thread reads it, any thread may close it, which ends a waiting read.
 */
public interface Camera extends AutoCloseable {
    /** Returns what is known of the source; the address is without credentials. */
    CameraFacts facts();

    /** Returns when the camera was opened, by the wall clock. */
    Instant openedAt();

    /**
     * Returns whether the source waits for its reader, so that nothing ever needs to be dropped.
     */
    boolean patient();

    /** Returns whether a picture can only be decoded after the ones before it since a key frame. */
    boolean interCoded();

    /**
     * Waits for the next picture, stamped on arrival by {@link System#nanoTime()}; empty where the
     * source has come to its end or was closed.
     *
     * @throws Failure where the camera is lost; {@link #reopen()} may bring it back
     */
    Optional<Shot> next() throws Failure;

    /** Opens the same source again after a loss; numbers of shots go on. */
    void reopen() throws Failure;

    /**
     * Returns a new decoder for this camera's shots; its pictures all have the size of the facts.
     */
    ShotDecoder decoder() throws Failure;

    /**
     * Returns how the packets are coded where the shots are {@link PacketShot}s; empty where the
     * camera hands out painted or raw pictures.
     */
    default Optional<CodedStream> stream() {
        return Optional.empty();
    }

    /**
     * Fills in what a container must know of the H.264 packets that this camera sends, as of its
     * last opening; false where it sends none. Any thread.
     */
    default boolean describe(AVCodecParameters target) {
        return false;
    }

    /** Ends a waiting read and frees everything; a second call does nothing. */
    @Override
    void close();
}
