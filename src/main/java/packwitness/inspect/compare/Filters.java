package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.Scharr;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Filters over planes of floats, row by row. */
final class Filters {
    private Filters() {}

    static float[] gaussian(float[] plane, int width, double deviation) {
        try (PointerScope _ = new PointerScope()) {
            Mat out = new Mat();
            GaussianBlur(
                    Pixels.of(plane, plane.length / width, width), out, new Size(0, 0), deviation);
            return Pixels.floats(out);
        }
    }

    /** Returns the mean over squares of this odd side. */
    static float[] mean(float[] plane, int width, int side) {
        if (side == 1) return plane;
        try (PointerScope _ = new PointerScope()) {
            Mat out = new Mat();
            blur(Pixels.of(plane, plane.length / width, width), out, new Size(side, side));
            return Pixels.floats(out);
        }
    }

    /** Returns the largest value within squares of this odd side. */
    static float[] most(float[] plane, int width, int side) {
        try (PointerScope _ = new PointerScope()) {
            Mat at = Pixels.of(plane, plane.length / width, width);
            dilate(at, at, getStructuringElement(MORPH_RECT, new Size(side, side)));
            return Pixels.floats(at);
        }
    }

    /** Returns the smallest value within squares of this odd side. */
    static float[] least(float[] plane, int width, int side) {
        try (PointerScope _ = new PointerScope()) {
            Mat at = Pixels.of(plane, plane.length / width, width);
            erode(at, at, getStructuringElement(MORPH_RECT, new Size(side, side)));
            return Pixels.floats(at);
        }
    }

    /** Returns the squared steepness in grey levels a pixel. */
    static float[] steepness(float[] plane, int width) {
        try (PointerScope _ = new PointerScope()) {
            Mat from = Pixels.of(plane, plane.length / width, width);
            Mat gx = new Mat();
            Mat gy = new Mat();
            Scharr(from, gx, CV_32F, 1, 0);
            Scharr(from, gy, CV_32F, 0, 1);
            float[] x = Pixels.floats(gx);
            float[] y = Pixels.floats(gy);
            for (int i = 0; i < x.length; i++) x[i] = (x[i] * x[i] + y[i] * y[i]) / 1024f;
            return x;
        }
    }
}
