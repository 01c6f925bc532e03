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
        PictureSize size = shrunk(from, factor);
        resize(from, to, new Size(size.width(), size.height()), 0, 0, INTER_AREA);
    }

    /** Returns what shrinking by a factor makes. */
    static PictureSize shrunk(Mat from, double factor) {
        if (factor >= 1) return new PictureSize(from.cols(), from.rows());
        return new PictureSize(
                Math.max(1, (int) Math.round(from.cols() * factor)),
                Math.max(1, (int) Math.round(from.rows() * factor)));
    }
}
