package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_core.LUT;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The tone curve, one a channel, that carries our pixels to theirs: for each of our values the
 * median of theirs at the same places, smoothed.
 */
final class Tone {
    /** Widths of smoothing in grey levels; the narrowest one that sees enough pixels is taken. */
    private static final double[] KERNELS = {3, 6, 12, 24};

    /** Widths of smoothing in pixels: against noise, and of the surroundings. */
    private static final double SOFT = 0.9;

    private static final double AROUND = 2.5;

    private static final double ENOUGH = 20_000;
    private static final int FEWEST = 40;
    private static final int STEP = 2;

    /** A place that stays within so many levels of its surroundings counts so many times. */
    private static final int CALM_LEVELS = 4;

    private static final int CALM_WEIGHT = 8;

    private final int channels;
    private final byte[] curves;

    private Tone(int channels) {
        this.channels = channels;
        this.curves = new byte[256 * channels];
    }

    /** Fits the curves where {@code valid} is not zero. */
    static Tone between(Mat ours, Mat theirs, byte[] valid) {
        Tone tone = new Tone(ours.channels());
        byte[][] soft = new byte[3][];
        Together.run(
                () -> soft[0] = soft(ours, AROUND),
                () -> {
                    soft[1] = soft(ours, SOFT);
                    soft[2] = soft(theirs, SOFT);
                });
        int width = ours.cols();
        Together.each(
                tone.channels,
                channel ->
                        tone.fit(
                                tone.joint(soft[1], soft[2], soft[0], valid, width, channel),
                                channel));
        return tone;
    }

    private void fit(int[] joint, int channel) {
        double[] curve = smooth(joint);
        for (int i = 0; i < 256; i++)
            curves[i * channels + channel] =
                    (byte) Math.max(0, Math.min(255, Math.round(curve[i])));
    }

    /** Returns the mean distance of the curves from the straight one, in grey levels. */
    double strength() {
        long sum = 0;
        for (int i = 0; i < curves.length; i++) sum += Math.abs((curves[i] & 0xff) - i / channels);
        return (double) sum / curves.length;
    }

    void apply(Mat from, Mat to) {
        try (PointerScope _ = new PointerScope()) {
            Mat table = new Mat(1, 256, CV_8UC(channels));
            table.data().put(curves);
            LUT(from, table, to);
        }
    }

    private static byte[] soft(Mat picture, double deviation) {
        try (PointerScope _ = new PointerScope()) {
            Mat out = new Mat();
            GaussianBlur(picture, out, new Size(0, 0), deviation);
            return Pixels.bytes(out);
        }
    }

    /**
     * Counts which of our values meets which of theirs. Calm places count most: elsewhere
     * compression pulls both towards their surroundings and flattens the curve.
     */
    private int[] joint(byte[] a, byte[] b, byte[] around, byte[] valid, int width, int channel) {
        int[] counts = new int[256 * 256];
        int height = valid.length / width;
        for (int y = 0; y < height; y += STEP)
            for (int x = 0; x < width; x += STEP) {
                int i = y * width + x;
                if (valid[i] == 0) continue;
                int at = i * channels + channel;
                int our = a[at] & 0xff;
                boolean calm = Math.abs(our - (around[at] & 0xff)) < CALM_LEVELS;
                counts[our * 256 + (b[at] & 0xff)] += calm ? CALM_WEIGHT : 1;
            }
        return counts;
    }

    /** Local straight lines through the medians, weighted by how often each value occurs. */
    private static double[] smooth(int[] joint) {
        double[][] nearness = nearness();
        double[] median = new double[256];
        double[] weight = new double[256];
        for (int i = 0; i < 256; i++) {
            int total = 0;
            for (int j = 0; j < 256; j++) total += joint[i * 256 + j];
            if (total < FEWEST) continue;
            weight[i] = total;
            median[i] = median(joint, i, total);
        }
        double[] out = new double[256];
        for (int i = 0; i < 256; i++)
            out[i] = lineAt(i, nearness[kernelAt(i, weight, nearness)], median, weight);
        return out;
    }

    private static int kernelAt(int i, double[] weight, double[][] nearness) {
        for (int k = 0; k < KERNELS.length; k++) {
            double seen = 0;
            for (int j = 0; j < 256; j++) seen += weight[j] * nearness[k][Math.abs(i - j)];
            if (seen >= ENOUGH) return k;
        }
        return KERNELS.length - 1;
    }

    /** How much a value so many levels away counts, for each kernel. */
    private static double[][] nearness() {
        double[][] out = new double[KERNELS.length][256];
        for (int k = 0; k < KERNELS.length; k++)
            for (int d = 0; d < 256; d++)
                out[k][d] = Math.exp(-d * d / (2 * KERNELS[k] * KERNELS[k]));
        return out;
    }

    /** The median with a part of a level, so that the curve is not bound to whole numbers. */
    private static double median(int[] joint, int row, int total) {
        double half = total / 2.0;
        double below = 0;
        for (int j = 0; j < 256; j++) {
            int here = joint[row * 256 + j];
            if (below + here >= half) return j - 0.5 + (half - below) / here;
            below += here;
        }
        return 255;
    }

    private static double lineAt(int i, double[] near, double[] median, double[] weight) {
        double sw = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int j = 0; j < 256; j++) {
            if (weight[j] == 0) continue;
            double w = near[Math.abs(i - j)] * Math.min(weight[j], 20_000) + 1e-9 * weight[j];
            sw += w;
            sx += w * j;
            sy += w * median[j];
            sxx += w * j * j;
            sxy += w * j * median[j];
        }
        if (sw == 0) return i;
        double spread = sw * sxx - sx * sx;
        double slope = Math.abs(spread) < 1e-6 ? 1 : (sw * sxy - sx * sy) / spread;
        return sy / sw + Math.max(0, Math.min(4, slope)) * (i - sx / sw);
    }
}
