package packwitness.inspect.compare;

/** Quantiles of many values of at least 0, by counting. */
final class Quantile {
    private static final int STEPS = 4096;

    private Quantile() {}

    /** Returns the value below which the part {@code p} lies, 0 for no values. */
    static double of(float[] values, double p) {
        float top = 0;
        for (float v : values) top = Math.max(top, v);
        if (top == 0) return 0;
        // Twice: the second count looks only where the first one found the place.
        double low = 0;
        double high = top;
        for (int round = 0; round < 2; round++) {
            int[] counts = new int[STEPS + 1];
            double step = (high - low) / STEPS;
            long below = 0;
            for (float v : values) {
                if (v < low) below++;
                else if (v <= high) counts[(int) Math.min(STEPS, (v - low) / step)]++;
            }
            long wanted = (long) (p * values.length);
            int at = 0;
            while (at < STEPS && below + counts[at] <= wanted) below += counts[at++];
            double from = low + at * step;
            high = from + step;
            low = from;
        }
        return (low + high) / 2;
    }
}
