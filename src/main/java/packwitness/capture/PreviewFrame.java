package packwitness.capture;

import java.time.Instant;

/**
 * A small picture for the screen, at most 960 x 540, four bytes a pixel in the order blue, green,
 * red, opaque; the array belongs to the receiver and is never written again.
 */
public record PreviewFrame(int width, int height, byte[] bgra, long number, Instant at) {}
