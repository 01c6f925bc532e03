package packwitness.inspect.compare;

import java.util.List;

/**
 * Predicts their pixels from ours: a fitted mixture of averaged, sampled and softened renderings
 * (which covers every common way of scaling and sharpening) and a slow drift over the picture.
 */
final class Prediction {
    private static final int SAMPLES = 40_000;

    private Prediction() {}

    /**
     * Returns what is left of theirs after the best mixture of the columns is taken away, 0 where
     * not valid.
     */
    static float[] residual(float[] theirs, byte[] valid, int width, List<float[]> columns) {
        int height = theirs.length / width;
        int step = (int) Math.max(1, Math.round(Math.sqrt((double) theirs.length / SAMPLES)));
        int[] places = places(valid, width, height, step);
        int k = columns.size();
        float[][] sampled = new float[k + 6][];
        for (int c = 0; c < k; c++) {
            sampled[c] = pick(places, columns.get(c));
        }
        for (int c = 0; c < 6; c++) {
            float[] values = new float[places.length];
            for (int i = 0; i < places.length; i++)
                values[i] = drift(c, places[i] % width, places[i] / width, width, height);
            sampled[k + c] = values;
        }
        double[] factors = LeastSquares.robust(sampled, pick(places, theirs));
        float[] out = new float[theirs.length];
        Together.rows(
                height,
                (from, to) -> {
                    System.arraycopy(theirs, from * width, out, from * width, (to - from) * width);
                    for (int c = 0; c < k; c++)
                        less(columns.get(c), (float) factors[c], out, from * width, to * width);
                    for (int y = from; y < to; y++)
                        lessDrift(out, valid, width, y, height, factors, k);
                });
        return out;
    }

    private static void less(float[] column, float factor, float[] out, int from, int to) {
        for (int i = from; i < to; i++) out[i] -= factor * column[i];
    }

    /** Takes the drift away, which along a row is a parabola, and all where not valid. */
    private static void lessDrift(
            float[] out, byte[] valid, int width, int y, int height, double[] factors, int k) {
        double v = 2.0 * y / height - 1;
        float still = (float) (factors[k] + factors[k + 2] * v + factors[k + 5] * v * v);
        float slope = (float) (factors[k + 1] + factors[k + 4] * v);
        float bend = (float) factors[k + 3];
        float along = 2f / width;
        for (int x = 0; x < width; x++) {
            int i = y * width + x;
            float u = along * x - 1;
            out[i] = valid[i] == 0 ? 0 : out[i] - (still + u * (slope + u * bend));
        }
    }

    private static int[] places(byte[] valid, int width, int height, int step) {
        int[] out = new int[(width / step + 1) * (height / step + 1)];
        int n = 0;
        for (int y = 0; y < height; y += step)
            for (int x = 0; x < width; x += step)
                if (valid[y * width + x] != 0) out[n++] = y * width + x;
        return java.util.Arrays.copyOf(out, n);
    }

    private static float[] pick(int[] places, float[] column) {
        float[] out = new float[places.length];
        for (int i = 0; i < out.length; i++) out[i] = column[places[i]];
        return out;
    }

    private static float drift(int term, int x, int y, int width, int height) {
        float u = 2f * x / width - 1;
        float v = 2f * y / height - 1;
        return switch (term) {
            case 0 -> 1;
            case 1 -> u;
            case 2 -> v;
            case 3 -> u * u;
            case 4 -> u * v;
            default -> v * v;
        };
    }
}
