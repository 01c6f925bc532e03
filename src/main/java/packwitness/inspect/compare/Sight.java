package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.KeyPoint;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.ORB;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The points of one picture, looked for when first asked for; for one thread at a time. */
final class Sight {
    private static final int SIDE = 1024;

    /** A description is so many numbers of 64 bits. */
    static final int WORDS = 4;

    /** Pixels of a point as OpenCV keeps it: place, size, angle, response, octave, class. */
    private static final int NUMBERS = 7;

    /**
     * Points, with x and y by turns in pixels of the picture, and their descriptions one after the
     * other.
     */
    record Points(float[] at, long[] words) {
        int count() {
            return at.length / 2;
        }
    }

    private final Mat grey;
    private final double scale;
    private final Map<Integer, Points> found = new HashMap<>();

    private Sight(Mat grey, double scale) {
        this.grey = grey;
        this.scale = scale;
    }

    static Sight of(Mat picture) {
        Mat grey = new Mat();
        cvtColor(picture, grey, COLOR_BGR2GRAY);
        Sizes.shrinkTo(grey, SIDE, grey);
        return new Sight(grey, (double) grey.cols() / picture.cols());
    }

    /** Returns the same picture with left and right swapped. */
    Sight mirrored() {
        Mat turned = new Mat();
        flip(grey, turned, 1);
        return new Sight(turned, scale);
    }

    /** Returns the length of the longer side that points are looked for in. */
    int side() {
        return Math.max(grey.cols(), grey.rows());
    }

    /** Returns the same picture, made smaller so that its longer side is at most this long. */
    Sight within(int side) {
        Mat small = new Mat();
        Sizes.shrinkTo(grey, side, small);
        return new Sight(small, scale * small.cols() / grey.cols());
    }

    /** Returns about so many of the plainest points. */
    Points points(int most) {
        return found.computeIfAbsent(most, this::described);
    }

    private Points described(int most) {
        try (PointerScope _ = new PointerScope()) {
            KeyPointVector points = new KeyPointVector();
            Mat words = new Mat();
            ORB.create(most, 1.2f, 8, 15, 0, 2, ORB.HARRIS_SCORE, 31, 10)
                    .detectAndCompute(grey, new Mat(), points, words);
            int n = Math.toIntExact(points.size());
            if (n == 0) return new Points(new float[0], new long[0]);
            return new Points(places(points, n), words(words, n));
        }
    }

    private float[] places(KeyPointVector points, int n) {
        float[] all = new float[NUMBERS * n];
        KeyPoint first = points.get(0);
        new FloatPointer(first).get(all);
        float[] at = new float[2 * n];
        for (int i = 0; i < n; i++)
            for (int axis = 0; axis < 2; axis++)
                at[2 * i + axis] = (float) ((all[NUMBERS * i + axis] + 0.5) / scale - 0.5);
        return at;
    }

    private static long[] words(Mat words, int n) {
        long[] out = new long[WORDS * n];
        java.nio.ByteBuffer.wrap(Pixels.bytes(words))
                .order(ByteOrder.nativeOrder())
                .asLongBuffer()
                .get(out);
        return out;
    }
}
