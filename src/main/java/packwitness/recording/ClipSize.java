package packwitness.recording;

import java.time.Duration;
import java.util.Optional;

/**
 * How large the pictures of a clip are and how many bits it gets, so that it stays below a limit.
 *
 * @param height of the picture without the strip below it
 */
record ClipSize(int width, int height, int bitsPerSecond) {
    /** An encoder may overdraw by what its buffer holds, and the container wants its share. */
    private static final double SHARE = 0.92;

    private static final Duration BUFFERED = Duration.ofMillis(1500);
    private static final int LEAST_BITS = 60_000;

    /** Fewer bits than these for so many pixels make mud; then smaller pictures show more. */
    private static final double BITS_A_PIXEL = 0.8;

    private static final int[] HEIGHTS = {1080, 720, 540, 360, 270, 180};

    /**
     * Returns the size for a film of these pictures and this length; nothing where it would be mud.
     */
    static Optional<ClipSize> of(
            int width, int height, Duration length, long mostBytes, double share) {
        double seconds = length.plus(BUFFERED).toMillis() / 1000.0;
        long bits = (long) (mostBytes * 8.0 * SHARE * share / seconds);
        if (bits < LEAST_BITS) return Optional.empty();
        int rate = (int) Math.min(bits, Encoder.bitsPerSecond(width, height));
        int chosen = Math.min(height, HEIGHTS[HEIGHTS.length - 1]);
        for (int wanted : HEIGHTS) {
            double pixels = (double) wanted * wanted * width / height;
            if (wanted > height || rate < pixels * BITS_A_PIXEL) continue;
            chosen = wanted;
            break;
        }
        // A picture lower than any of these heights is left as it is.
        if (height < 1080 && rate >= (double) width * height * BITS_A_PIXEL) chosen = height;
        int across = (int) Math.round((double) chosen * width / height);
        return Optional.of(new ClipSize(Math.max(2, across & ~1), Math.max(2, chosen & ~1), rate));
    }
}
