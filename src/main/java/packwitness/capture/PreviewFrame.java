package packwitness.capture;

import java.time.Instant;

/**
 * A small picture for the screen, at most 960 x 540, four bytes a pixel in the order blue, green,
 * red, opaque; the array is lent: it is written again for the third picture after this one, so
 * whoever shows it copies it at once.
 */
public record PreviewFrame(int width, int height, byte[] bgra, long number, Instant at) {}
