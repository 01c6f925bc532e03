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
        float[][] unusual = new float[SIDES.length][];
        Together.each(
                SIDES.length,
                k ->
                        unusual[k] =
                                unusual(
                                        Filters.mean(residual, width, SIDES[k]),
                                        valid,
                                        texture,
                                        FLOORS[k]));
        float[] out = new float[residual.length];
        for (int k = 1; k < SIDES.length; k++) {
            float[] finer = unusual[k - 1];
            float[] coarser = unusual[k];
            for (int i = 0; i < out.length; i++)
                out[i] = Math.max(out[i], Math.min(finer[i], coarser[i]));
        }
        return out;
    }

    private static float[] unusual(float[] mean, byte[] valid, Texture texture, float floor) {
        float[] usual = texture.usual(mean);
        for (int c = 0; c < usual.length; c++) usual[c] = 1 / (usual[c] + floor);
        float[] out = new float[mean.length];
        for (int i = 0; i < out.length; i++)
            if (valid[i] != 0) out[i] = Math.abs(mean[i]) * usual[texture.classOf(i)];
        return out;
    }
}
