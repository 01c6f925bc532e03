package packwitness.inspect.compare;

import java.util.Arrays;

/** Quantiles of many values, by sorting, which the runtime does with wide registers. */
final class Quantile {
    private Quantile() {}

    /** Returns the value below which the part {@code p} lies, 0 for no values. */
    static double of(float[] values, double p) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted(sorted, p);
    }

    /** The same of values that are sorted already. */
    static double sorted(float[] sorted, double p) {
        if (sorted.length == 0) return 0;
        return sorted[Math.min(sorted.length - 1, (int) (p * sorted.length))];
    }
}
