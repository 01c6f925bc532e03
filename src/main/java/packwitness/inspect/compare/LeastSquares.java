package packwitness.inspect.compare;

/** Fits a sum of given columns to a target so that a minority of misfits does not pull it. */
final class LeastSquares {
    private static final int ROUNDS = 4;

    private LeastSquares() {}

    /**
     * Returns the factors of the columns.
     *
     * @param columns values by column, then by sample
     * @param target one value a sample
     */
    static double[] robust(float[][] columns, float[] target) {
        int n = target.length;
        double[] weight = new double[n];
        java.util.Arrays.fill(weight, 1);
        double[] factors = new double[columns.length];
        for (int round = 0; round < ROUNDS; round++) {
            factors = solve(columns, target, weight);
            float[] miss = new float[n];
            for (int i = 0; i < n; i++) {
                double sum = -target[i];
                for (int k = 0; k < columns.length; k++) sum += factors[k] * columns[k][i];
                miss[i] = (float) Math.abs(sum);
            }
            double usual = Math.max(0.2, 1.5 * Quantile.of(miss, 0.5));
            // Tukey's weight: what lies far off has no say at all.
            double far = 4 * usual;
            for (int i = 0; i < n; i++) {
                double t = miss[i] / far;
                weight[i] = t >= 1 ? 0 : (1 - t * t) * (1 - t * t);
            }
        }
        return factors;
    }

    private static double[] solve(float[][] columns, float[] target, double[] weight) {
        int k = columns.length;
        double[][] a = new double[k][k + 1];
        double[] row = new double[k];
        for (int i = 0; i < target.length; i++) {
            double w = weight[i];
            if (w == 0) continue;
            for (int c = 0; c < k; c++) row[c] = columns[c][i];
            for (int r = 0; r < k; r++) {
                double wr = w * row[r];
                for (int c = r; c < k; c++) a[r][c] += wr * row[c];
                a[r][k] += wr * target[i];
            }
        }
        for (int r = 0; r < k; r++) {
            // A little ridge keeps flat pictures solvable.
            a[r][r] = a[r][r] * (1 + 1e-6) + 1e-6;
            for (int c = 0; c < r; c++) a[r][c] = a[c][r];
        }
        return eliminate(a, k);
    }

    private static double[] eliminate(double[][] a, int k) {
        for (int p = 0; p < k; p++) {
            int best = p;
            for (int r = p + 1; r < k; r++) if (Math.abs(a[r][p]) > Math.abs(a[best][p])) best = r;
            double[] swap = a[p];
            a[p] = a[best];
            a[best] = swap;
            if (Math.abs(a[p][p]) < 1e-12) continue;
            for (int r = 0; r < k; r++) {
                if (r == p) continue;
                double f = a[r][p] / a[p][p];
                for (int c = p; c <= k; c++) a[r][c] -= f * a[p][c];
            }
        }
        double[] out = new double[k];
        for (int p = 0; p < k; p++) out[p] = Math.abs(a[p][p]) < 1e-12 ? 0 : a[p][k] / a[p][p];
        return out;
    }
}
