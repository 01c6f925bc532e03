package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plane mapping in Java: three times three values, row by row, the last one 1. */
final class PlaneMap {
    private final double[] m;

    private PlaneMap(double[] m) {
        this.m = m;
    }

    /**
     * Returns the mapping of a matrix, or nothing if it is empty, not finite or folds the plane.
     */
    static Optional<PlaneMap> of(Mat matrix) {
        if (matrix.empty() || matrix.rows() != 3 || matrix.cols() != 3) return Optional.empty();
        double[] m = new double[9];
        DoubleIndexer at = matrix.createIndexer();
        for (int i = 0; i < 9; i++) m[i] = at.get(i / 3, i % 3);
        return normal(m);
    }

    static Optional<PlaneMap> of(Homography published) {
        return normal(published.rows().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Returns the mapping of a resize: pixel centres stand at half numbers. */
    static PlaneMap resized(Mat from, Mat to) {
        return resized(from.cols(), from.rows(), to.cols(), to.rows());
    }

    static PlaneMap resized(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        double x = (double) toWidth / fromWidth;
        double y = (double) toHeight / fromHeight;
        return new PlaneMap(new double[] {x, 0, (x - 1) / 2, 0, y, (y - 1) / 2, 0, 0, 1});
    }

    /** Returns the mapping that swaps left and right of a picture this wide. */
    static PlaneMap mirror(int width) {
        return new PlaneMap(new double[] {-1, 0, width - 1, 0, 1, 0, 0, 0, 1});
    }

    /** Returns the mapping without perspective that these two rows make. */
    static PlaneMap flat(double[] x, double[] y) {
        return new PlaneMap(new double[] {x[0], x[1], x[2], y[0], y[1], y[2], 0, 0, 1});
    }

    static PlaneMap same() {
        return new PlaneMap(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    }

    private static Optional<PlaneMap> normal(double[] m) {
        double last = m[8];
        for (int i = 0; i < 9; i++) {
            m[i] /= last;
            if (!Double.isFinite(m[i])) return Optional.empty();
        }
        return Optional.of(new PlaneMap(m));
    }

    /** Returns this mapping after the other. */
    PlaneMap after(PlaneMap first) {
        double[] out = new double[9];
        for (int r = 0; r < 3; r++)
            for (int c = 0; c < 3; c++)
                for (int k = 0; k < 3; k++) out[r * 3 + c] += m[r * 3 + k] * first.m[k * 3 + c];
        return normal(out).orElseThrow();
    }

    /** Returns the mapping back, or nothing if there is none. */
    Optional<PlaneMap> back() {
        double[] a = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        return normal(a);
    }

    double x(double x, double y) {
        return (m[0] * x + m[1] * y + m[2]) / depth(x, y);
    }

    double y(double x, double y) {
        return (m[3] * x + m[4] * y + m[5]) / depth(x, y);
    }

    private double depth(double x, double y) {
        return m[6] * x + m[7] * y + m[8];
    }

    /** Returns how many target pixels one source pixel becomes at this point, along one side. */
    double scaleAt(double x, double y) {
        double d = depth(x, y);
        double det =
                m[0] * (m[4] * m[8] - m[5] * m[7])
                        - m[1] * (m[3] * m[8] - m[5] * m[6])
                        + m[2] * (m[3] * m[7] - m[4] * m[6]);
        return Math.sqrt(Math.abs(det / (d * d * d)));
    }

    /** Returns the squared distance between our point and their point carried over. */
    double squaredMiss(Matched at) {
        double dx = x(at.theirsX(), at.theirsY()) - at.oursX();
        double dy = y(at.theirsX(), at.theirsY()) - at.oursY();
        return dx * dx + dy * dy;
    }

    /** Returns a new matrix, to be closed by the caller's scope. */
    Mat matrix() {
        Mat out = new Mat(3, 3, CV_64F);
        DoubleIndexer at = out.createIndexer();
        for (int i = 0; i < 9; i++) at.put(i / 3, i % 3, m[i]);
        return out;
    }

    Homography published() {
        List<Double> rows = new ArrayList<>();
        for (double v : m) rows.add(v);
        return new Homography(rows);
    }
}
