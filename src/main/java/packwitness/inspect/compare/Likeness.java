package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

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
        float[][] means = new float[5][];
        try (PointerScope _ = new PointerScope()) {
            Mat one = Pixels.of(a, a.length / width, width);
            Mat other = Pixels.of(b, b.length / width, width);
            Mat product = new Mat();
            Mat mean = new Mat();
            Size side = new Size(SIDE, SIDE);
            for (int k = 0; k < means.length; k++) {
                if (k == 2) multiply(one, one, product);
                if (k == 3) multiply(other, other, product);
                if (k == 4) multiply(one, other, product);
                blur(k == 0 ? one : k == 1 ? other : product, mean, side);
                means[k] = Pixels.floats(mean);
            }
        }
        double sum = 0;
        long n = 0;
        for (int i = 0; i < a.length; i += 3) {
            if (valid[i] == 0) continue;
            float varA = means[2][i] - means[0][i] * means[0][i];
            float varB = means[3][i] - means[1][i] * means[1][i];
            if (varA < FLAT && varB < FLAT) continue;
            float joint = means[4][i] - means[0][i] * means[1][i];
            sum += (2 * joint + CONSTANT) / (varA + varB + CONSTANT);
            n++;
        }
        return n == 0 ? 1 : sum / n;
    }
}
