package packwitness.recording;

import packwitness.value.Sha256;

import java.time.Instant;

/**
 * One link of the fragment chain: the bytes of the head of the file (number 0, no frames) or of one
 * fragment; {@code link} = SHA-256(link before || offset || length || bytes), offset and length as
 * unsigned 64-bit big-endian numbers, the link before the first being 32 zero bytes.
 */
public record Segment(
        int number,
        long offset,
        long length,
        Sha256 bytes,
        Sha256 link,
        int frames,
        Instant lastFrameAt) {}
