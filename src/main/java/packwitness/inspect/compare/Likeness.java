package packwitness.inspect.compare;

/**
 * Structural likeness (SSIM without its brightness term) where at least one picture has texture.
 */
final class Likeness {
    private static final int SIDE = 11;
    private static final float FLAT = 25;
    private static final float CONSTANT = 58.5f;

    private Likeness() {}

    /** Returns the mean likeness of the valid places, 1 if none of them has texture. */
    static double of(float[] a, float[] b, byte[] valid, int width) {
        float[] meanA = Filters.mean(a, width, SIDE);
        float[] meanB = Filters.mean(b, width, SIDE);
        float[] meanAa = Filters.mean(product(a, a), width, SIDE);
        float[] meanBb = Filters.mean(product(b, b), width, SIDE);
        float[] meanAb = Filters.mean(product(a, b), width, SIDE);
        double sum = 0;
        long n = 0;
        for (int i = 0; i < a.length; i += 3) {
            if (valid[i] == 0) continue;
            float varA = meanAa[i] - meanA[i] * meanA[i];
            float varB = meanBb[i] - meanB[i] * meanB[i];
            if (varA < FLAT && varB < FLAT) continue;
            float joint = meanAb[i] - meanA[i] * meanB[i];
            sum += (2 * joint + CONSTANT) / (varA + varB + CONSTANT);
            n++;
        }
        return n == 0 ? 1 : sum / n;
    }

    private static float[] product(float[] a, float[] b) {
        float[] out = new float[a.length];
        for (int i = 0; i < a.length; i++) out[i] = a[i] * b[i];
        return out;
    }
}
