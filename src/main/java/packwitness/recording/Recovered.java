package packwitness.recording;

import packwitness.value.Sha256;

import java.time.Instant;
import java.util.Optional;

/**
 * What a file is worth by its links: the part that is proven, the rest that is there but unproven,
 * and the first thing that did not fit.
 */
public record Recovered(
        int provenSegments,
        long provenBytes,
        long tailBytes,
        Sha256 chainHead,
        Optional<Sha256> fileHash,
        long frames,
        Optional<Instant> lastFrameAt,
        long framesReadable,
        End end) {
    /** Why the proof ends where it does. */
    public enum End {
        /** Every known link fits and nothing follows. */
        WHOLE,
        /** Every known link fits and more bytes follow. */
        TAIL,
        /** The file ends before a known link does. */
        CUT,
        /** Bytes differ from what their link says. */
        CHANGED,
        /** The links do not follow one another. */
        LINKS_BROKEN
    }
}
