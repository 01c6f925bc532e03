package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.Arrays;

/**
 * Sorts the pixels into classes that suffer alike from compression and from the least misfit: by
 * what a compression of our own does to the prediction, by steepness, and by whether black or white
 * is near, where errors can go one way only. Each class then tells its own usual error.
 */
final class Texture {
    private static final int SIDE = 8;

    /** How many classes there are. */
    static final int CLASSES = 2 * SIDE * SIDE;

    private static final int NEAR = 9;
    private static final float NEARLY_WHITE = 244;
    private static final float NEARLY_BLACK = 11;

    private static final int TRIAL_QUALITY = 60;

    /** Usual errors are read from every third pixel of every third row. */
    private static final int STEP = 3;

    private static final int FEWEST = 60;

    private final byte[] classes;

    /** Some places of each class. */
    private final int[][] samples;

    private Texture(byte[] classes, int[][] samples) {
        this.classes = classes;
        this.samples = samples;
    }

    static Texture of(float[] predicted, byte[] valid, int width) {
        float[][] seen = new float[4][];
        Together.each(
                seen.length,
                k ->
                        seen[k] =
                                switch (k) {
                                    case 0 -> Filters.mean(trialError(predicted, width), width, 7);
                                    case 1 ->
                                            Filters.mean(
                                                    Filters.steepness(predicted, width), width, 3);
                                    case 2 -> Filters.most(predicted, width, NEAR);
                                    default -> Filters.least(predicted, width, NEAR);
                                });
        float[] noiseCuts = cuts(seen[0], valid, width);
        float[] steepCuts = cuts(seen[1], valid, width);
        byte[] classes = new byte[predicted.length];
        Together.rows(
                predicted.length / width,
                (from, to) -> {
                    for (int i = from * width; i < to * width; i++) {
                        boolean clipped = seen[2][i] >= NEARLY_WHITE || seen[3][i] <= NEARLY_BLACK;
                        int here = rank(seen[0][i], noiseCuts) * SIDE + rank(seen[1][i], steepCuts);
                        classes[i] = (byte) (clipped ? SIDE * SIDE + here : here);
                    }
                });
        return new Texture(classes, samples(classes, valid, width));
    }

    int classOf(int place) {
        return classes[place];
    }

    /**
     * Returns the usual error of each class, as the deviation of a bell curve; a class seen too
     * rarely borrows the largest one.
     */
    float[] usual(float[] error) {
        float[] out = new float[CLASSES];
        float largest = 0;
        for (int c = 0; c < CLASSES; c++) {
            if (samples[c].length < FEWEST) continue;
            float[] here = new float[samples[c].length];
            for (int i = 0; i < here.length; i++) here[i] = Math.abs(error[samples[c][i]]);
            Arrays.sort(here);
            double half = Quantile.sorted(here, 0.5) * 1.4826;
            double most = Quantile.sorted(here, 0.9) / 1.645;
            out[c] = (float) Math.max(half, most);
            largest = Math.max(largest, out[c]);
        }
        for (int c = 0; c < CLASSES; c++) if (samples[c].length < FEWEST) out[c] = largest;
        return out;
    }

    private static int[][] samples(byte[] classes, byte[] valid, int width) {
        int[] counts = new int[CLASSES];
        int[][] places = new int[CLASSES][classes.length / 9 / CLASSES + 64];
        int height = classes.length / width;
        for (int y = 0; y < height; y += STEP)
            for (int x = 0; x < width; x += STEP) {
                int i = y * width + x;
                if (valid[i] == 0) continue;
                int at = classes[i];
                if (counts[at] == places[at].length)
                    places[at] = Arrays.copyOf(places[at], counts[at] * 2);
                places[at][counts[at]++] = i;
            }
        for (int c = 0; c < CLASSES; c++) places[c] = Arrays.copyOf(places[c], counts[c]);
        return places;
    }

    private static float[] trialError(float[] predicted, int width) {
        try (PointerScope _ = new PointerScope()) {
            Mat plain = new Mat();
            Pixels.of(predicted, predicted.length / width, width).convertTo(plain, CV_8U);
            byte[] file = Encoded.jpeg(plain, TRIAL_QUALITY);
            byte[] before = Pixels.bytes(plain);
            byte[] after = Pixels.bytes(imdecode(Pixels.encoded(file), IMREAD_GRAYSCALE));
            float[] out = new float[before.length];
            for (int i = 0; i < out.length; i++) {
                int miss = (after[i] & 0xff) - (before[i] & 0xff);
                out[i] = miss * miss;
            }
            return out;
        }
    }

    private static float[] cuts(float[] feature, byte[] valid, int width) {
        float[] seen = new float[feature.length / 9 + width];
        int n = 0;
        int height = feature.length / width;
        for (int y = 0; y < height; y += 4)
            for (int x = 0; x < width; x += 4)
                if (valid[y * width + x] != 0) seen[n++] = feature[y * width + x];
        Arrays.sort(seen, 0, n);
        float[] cuts = new float[SIDE - 1];
        for (int k = 1; k < SIDE; k++) cuts[k - 1] = n == 0 ? 0 : seen[(int) ((long) n * k / SIDE)];
        return cuts;
    }

    private static int rank(float value, float[] cuts) {
        int rank = 0;
        while (rank < cuts.length && value >= cuts[rank]) rank++;
        return rank;
    }
}
