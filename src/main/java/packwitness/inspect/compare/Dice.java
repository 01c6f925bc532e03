package packwitness.inspect.compare;

import java.util.SplittableRandom;

/** Repeatable chance for the synthetic pairs: the same seed gives the same pictures. */
final class Dice {
    private final SplittableRandom source;

    Dice(long seed) {
        source = new SplittableRandom(seed);
    }

    double between(double low, double high) {
        return low + (high - low) * source.nextDouble();
    }

    /** Returns a whole number from low to high, both included. */
    int whole(int low, int high) {
        return source.nextInt(low, high + 1);
    }

    boolean chance(double probability) {
        return source.nextDouble() < probability;
    }

    /** Fills with bell-shaped noise of mean 0 and deviation 1, nearly. */
    void noise(float[] out) {
        for (int i = 0; i < out.length; i++) {
            long bits = source.nextLong();
            int sum = 0;
            for (int k = 0; k < 8; k++) sum += (int) (bits >>> (8 * k)) & 0xff;
            out[i] = (sum - 1020) / 209f;
        }
    }
}
