package packwitness.inspect.compare;

/**
 * How much more two aligned pictures differ at each place than places of like texture usually do.
 * The difference is averaged over squares of growing side; only what holds at two neighbouring
 * sides counts, for compression rings at one size and real changes at several.
 */
final class Evidence {
    /**
     * Sides of the squares in work pixels, and below each what is never worth a word, in levels.
     */
    private static final int[] SIDES = {1, 3, 5, 9, 15, 25, 41};

    private static final float[] FLOORS = {1.5f, 1.2f, 1f, 0.9f, 0.8f, 0.8f, 0.8f};

    private Evidence() {}

    /** Returns the evidence of each place in multiples of the usual error, 0 where not valid. */
    static float[] of(float[] residual, byte[] valid, Texture texture, int width) {
        float[][] means = new float[SIDES.length][];
        float[][] rates = new float[SIDES.length][];
        Together.each(
                SIDES.length,
                k -> {
                    means[k] = Filters.mean(residual, width, SIDES[k]);
                    rates[k] = texture.usual(means[k]);
                    for (int c = 0; c < rates[k].length; c++)
                        rates[k][c] = 1 / (rates[k][c] + FLOORS[k]);
                });
        float[] out = new float[residual.length];
        Together.rows(
                residual.length / width,
                (from, to) -> {
                    for (int i = from * width; i < to * width; i++)
                        if (valid[i] != 0) out[i] = at(i, texture.classOf(i), means, rates);
                });
        return out;
    }

    private static float at(int i, int texture, float[][] means, float[][] rates) {
        float most = 0;
        float finer = Math.abs(means[0][i]) * rates[0][texture];
        for (int k = 1; k < SIDES.length; k++) {
            float coarser = Math.abs(means[k][i]) * rates[k][texture];
            most = Math.max(most, Math.min(finer, coarser));
            finer = coarser;
        }
        return most;
    }
}
