package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_calib3d.USAC_MAGSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.goodFeaturesToTrack;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowPyrLK;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

import java.util.Arrays;
import java.util.Optional;

/** Follows corners from theirs to ours to a few hundredths of a pixel and corrects the mapping. */
final class Refinement {
    private static final int CORNERS = 900;
    private static final double FEWEST = 30;
    private static final double INLIER_PIXELS = 0.6;
    private static final float FARTHEST = 4;

    /**
     * What the corners said.
     *
     * @param correction carries a work pixel to where ours shows the same
     * @param followed corners that could be followed
     * @param spread distance from the correction below which nine tenths of the corners lie, in
     *     work pixels
     * @param middle the same for one half
     * @param swim see {@link Swim}
     */
    record Outcome(PlaneMap correction, int followed, double spread, double middle, double swim) {}

    private static final int ROUNDS = 2;

    /** A correction below this is not worth another round. */
    private static final double SMALL = 0.4;

    private Refinement() {}

    /**
     * Corrects the mapping of an alignment, twice if need be; where too few corners can be followed
     * it stays as it is.
     */
    static Outcome improve(Alignment alignment) {
        Outcome last =
                new Outcome(
                        PlaneMap.same(), 0, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            try (PointerScope _ = new PointerScope()) {
                Mat ours = new Mat();
                Mat valid = new Mat();
                alignment.averaged(ours);
                alignment.valid(valid);
                Tone.between(ours, alignment.theirs, Pixels.bytes(valid)).apply(ours, ours);
                Optional<Outcome> outcome = of(ours, alignment.theirs, valid);
                if (outcome.isEmpty()) return last;
                last = outcome.get();
                alignment.correct(last.correction());
                if (reach(last.correction(), alignment) < SMALL) return last;
            }
        }
        return last;
    }

    /** Returns how far the correction moves the corners of the frame, in work pixels. */
    private static double reach(PlaneMap correction, Alignment alignment) {
        double reach = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * (alignment.width() - 1.0);
            double y = (corner >> 1) * (alignment.height() - 1.0);
            reach = Math.max(reach, correction.squaredMiss(new Matched(x, y, x, y)));
        }
        return Math.sqrt(reach);
    }

    /** Returns nothing where too few corners can be followed. */
    private static Optional<Outcome> of(Mat ours, Mat theirs, Mat valid) {
        try (PointerScope _ = new PointerScope()) {
            Mat a = new Mat();
            Mat b = new Mat();
            cvtColor(theirs, a, COLOR_BGR2GRAY);
            cvtColor(ours, b, COLOR_BGR2GRAY);
            Mat corners = new Mat();
            double apart = Math.max(6, Math.sqrt((double) a.cols() * a.rows() / CORNERS) * 0.7);
            goodFeaturesToTrack(a, corners, CORNERS, 0.004, apart, valid, 5, false, 0.04);
            if (corners.rows() < FEWEST) return Optional.empty();
            Mat found = new Mat();
            Mat status = new Mat();
            Mat error = new Mat();
            calcOpticalFlowPyrLK(
                    a,
                    b,
                    corners,
                    found,
                    status,
                    error,
                    new Size(21, 21),
                    2,
                    new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 30, 0.003),
                    0,
                    1e-4);
            return fit(
                    Pixels.floats(corners), Pixels.floats(found), Pixels.bytes(status), a.size());
        }
    }

    private static Optional<Outcome> fit(float[] from, float[] to, byte[] status, Size size) {
        float[] a = new float[from.length];
        float[] b = new float[from.length];
        int n = 0;
        for (int i = 0; i < status.length; i++) {
            float dx = to[2 * i] - from[2 * i];
            float dy = to[2 * i + 1] - from[2 * i + 1];
            if (status[i] == 0 || !(dx * dx + dy * dy < FARTHEST * FARTHEST)) continue;
            a[2 * n] = from[2 * i];
            a[2 * n + 1] = from[2 * i + 1];
            b[2 * n] = to[2 * i];
            b[2 * n + 1] = to[2 * i + 1];
            n++;
        }
        if (n < FEWEST) return Optional.empty();
        Mat matrix =
                findHomography(points(a, n), points(b, n), new Mat(), USAC_MAGSAC, INLIER_PIXELS);
        Optional<PlaneMap> correction = PlaneMap.of(matrix);
        if (correction.isEmpty()) return Optional.empty();
        float[] dx = new float[n];
        float[] dy = new float[n];
        double[] miss = new double[n];
        for (int i = 0; i < n; i++) {
            dx[i] = (float) (correction.get().x(a[2 * i], a[2 * i + 1]) - b[2 * i]);
            dy[i] = (float) (correction.get().y(a[2 * i], a[2 * i + 1]) - b[2 * i + 1]);
            miss[i] = Math.hypot(dx[i], dy[i]);
        }
        Arrays.sort(miss);
        double swim = Swim.of(a, dx, dy, n, size);
        return Optional.of(
                new Outcome(correction.get(), n, miss[(int) (n * 0.9)], miss[n / 2], swim));
    }

    private static Mat points(float[] xy, int n) {
        Mat out = new Mat(n, 1, CV_32FC2);
        try (FloatPointer at = new FloatPointer(out.data())) {
            at.put(xy, 0, 2 * n);
        }
        return out;
    }
}
