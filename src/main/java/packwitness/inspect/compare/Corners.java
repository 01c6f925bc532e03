package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_calib3d.USAC_MAGSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_imgproc.goodFeaturesToTrack;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowPyrLK;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

import java.util.Arrays;
import java.util.Optional;

/**
 * Corners of theirs followed into ours, in work pixels, x and y by turns.
 *
 * @param theirs where they stand in theirs
 * @param ours where ours shows the same
 */
record Corners(float[] theirs, float[] ours) {
    /** With fewer corners nothing can be told. */
    static final int FEWEST = 40;

    /** With fewer corners it is worth looking for fainter or nearer ones. */
    private static final int ENOUGH = 80;

    private static final int MOST = 900;

    /**
     * Smallest steepness against that of the best corner, part of the usual distance between two
     * corners, and least distance: the second try is for dull pictures, the others are for small
     * things before nothing.
     */
    private static final double[][] TRIES = {
        {0.004, 1, 6}, {0.0006, 1, 6}, {0.0006, 0.35, 6}, {0.0003, 0.2, 3}
    };

    private static final float FARTHEST = 8;
    private static final double INLIER_PIXELS = 0.6;

    int count() {
        return theirs.length / 2;
    }

    /** Follows the corners of two grey pictures of one size, where {@code valid} is not zero. */
    static Corners followed(Mat ours, Mat theirs, Mat valid) {
        double apart = 0.7 * Math.sqrt((double) theirs.cols() * theirs.rows() / MOST);
        Corners most = new Corners(new float[0], new float[0]);
        for (double[] at : TRIES) {
            try (PointerScope _ = new PointerScope()) {
                Mat corners = new Mat();
                double distance = Math.max(at[2], at[1] * apart);
                goodFeaturesToTrack(theirs, corners, MOST, at[0], distance, valid, 5, false, 0.04);
                boolean last = at == TRIES[TRIES.length - 1];
                if (corners.empty() || corners.rows() < ENOUGH && !last) continue;
                // Corners of mere noise are found, too, but cannot be followed.
                Corners here = follow(ours, theirs, corners);
                if (here.count() > most.count()) most = here;
                if (most.count() >= FEWEST) break;
            }
        }
        return most;
    }

    /** Follows the same corners anew, after our picture was laid better. */
    Corners again(Mat ours, Mat theirs) {
        try (PointerScope _ = new PointerScope()) {
            return follow(ours, theirs, matrix(this.theirs));
        }
    }

    private static Corners follow(Mat ours, Mat theirs, Mat corners) {
        Mat found = new Mat();
        Mat status = new Mat();
        calcOpticalFlowPyrLK(
                theirs,
                ours,
                corners,
                found,
                status,
                new Mat(),
                new Size(21, 21),
                2,
                new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 30, 0.003),
                0,
                1e-4);
        return near(Pixels.floats(corners), Pixels.floats(found), Pixels.bytes(status));
    }

    private static Corners near(float[] from, float[] to, byte[] status) {
        float[] theirs = new float[from.length];
        float[] ours = new float[from.length];
        int n = 0;
        for (int i = 0; i < status.length; i++) {
            float dx = to[2 * i] - from[2 * i];
            float dy = to[2 * i + 1] - from[2 * i + 1];
            if (status[i] == 0 || !(dx * dx + dy * dy < FARTHEST * FARTHEST)) continue;
            System.arraycopy(from, 2 * i, theirs, n, 2);
            System.arraycopy(to, 2 * i, ours, n, 2);
            n += 2;
        }
        return new Corners(Arrays.copyOf(theirs, n), Arrays.copyOf(ours, n));
    }

    /** Fits a plane mapping with perspective. */
    Optional<PlaneMap> bent() {
        try (PointerScope _ = new PointerScope()) {
            return PlaneMap.of(
                    findHomography(
                            matrix(theirs), matrix(ours), new Mat(), USAC_MAGSAC, INLIER_PIXELS));
        }
    }

    /**
     * Fits a correction after which the whole mapping to ours has no perspective, as in every copy
     * that was only cropped, scaled and turned.
     */
    Optional<PlaneMap> flat(PlaneMap workToOurs) {
        float[][] columns = new float[3][count()];
        float[] x = new float[count()];
        float[] y = new float[count()];
        for (int i = 0; i < count(); i++) {
            columns[0][i] = theirs[2 * i];
            columns[1][i] = theirs[2 * i + 1];
            columns[2][i] = 1;
            x[i] = (float) workToOurs.x(ours[2 * i], ours[2 * i + 1]);
            y[i] = (float) workToOurs.y(ours[2 * i], ours[2 * i + 1]);
        }
        PlaneMap whole =
                PlaneMap.flat(LeastSquares.robust(columns, x), LeastSquares.robust(columns, y));
        return workToOurs.back().map(back -> back.after(whole));
    }

    private static Mat matrix(float[] points) {
        Mat out = new Mat(points.length / 2, 1, CV_32FC2);
        try (FloatPointer at = new FloatPointer(out.data())) {
            at.put(points);
        }
        return out;
    }
}
