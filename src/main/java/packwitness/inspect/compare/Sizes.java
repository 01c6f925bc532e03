package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Makes pictures smaller, never larger. */
final class Sizes {
    private Sizes() {}

    /**
     * Shrinks so that the longer side is at most {@code side}; shares the pixels if it already is.
     */
    static void shrinkTo(Mat from, int side, Mat to) {
        shrinkBy(from, (double) side / Math.max(from.cols(), from.rows()), to);
    }

    /** Shrinks by a factor; shares the pixels if the factor is 1 or more. */
    static void shrinkBy(Mat from, double factor, Mat to) {
        if (factor >= 1) {
            to.put(from);
            return;
        }
        int width = Math.max(1, (int) Math.round(from.cols() * factor));
        int height = Math.max(1, (int) Math.round(from.rows() * factor));
        resize(from, to, new Size(width, height), 0, 0, INTER_AREA);
    }
}
