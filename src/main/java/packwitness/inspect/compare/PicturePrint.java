package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.KeyPoint;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_features2d.ORB;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A few numbers by which a picture is found again though it was cropped, scaled or painted on.
 *
 * @param coarse signs of the coarsest waves of the whole picture: survives scaling and tone
 * @param points 256 bits for each of its most striking points, 32 bytes a point: survives cropping
 */
public record PicturePrint(long coarse, byte[] points) {
    private static final int SIDE = 480;
    private static final int DETECTED = 600;
    private static final int CELLS = 8;
    private static final int MOST_IN_CELL = 4;
    private static final int WORD = 32;
    private static final int WAVES = 8;
    private static final int WAVE_SIDE = 32;

    /** How many points a kept print has; a question asks with more. */
    private static final int KEPT = 48;

    private static final int ASKED = 160;

    public PicturePrint {
        points = points.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] points() {
        return points.clone();
    }

    /** Returns the print of a picture of ours, to be kept; nothing if it cannot be read. */
    public static Optional<PicturePrint> kept(byte[] picture) {
        return of(picture, KEPT);
    }

    /** Returns the print of a received picture, to ask with; nothing if it cannot be read. */
    public static Optional<PicturePrint> asking(byte[] picture) {
        return of(picture, ASKED);
    }

    private static Optional<PicturePrint> of(byte[] picture, int most) {
        try (PointerScope _ = new PointerScope()) {
            Mat pixels = new Mat();
            if (PictureReader.read(picture, pixels).trouble().isPresent()) return Optional.empty();
            Mat grey = new Mat();
            cvtColor(pixels, grey, COLOR_BGR2GRAY);
            Mat small = new Mat();
            Sizes.shrinkTo(grey, SIDE, small);
            KeyPointVector found = new KeyPointVector();
            Mat words = new Mat();
            ORB.create(DETECTED, 1.2f, 8, 15, 0, 2, ORB.HARRIS_SCORE, 31, 8)
                    .detectAndCompute(small, new Mat(), found, words);
            return Optional.of(new PicturePrint(coarse(small), spread(small, found, words, most)));
        }
    }

    /** Takes the strongest points, but not too many from one place. */
    private static byte[] spread(Mat picture, KeyPointVector found, Mat words, int most) {
        List<Integer> order = new ArrayList<>();
        float[] strength = new float[(int) found.size()];
        int[] cell = new int[strength.length];
        for (int i = 0; i < strength.length; i++) {
            KeyPoint at = found.get(i);
            strength[i] = at.response();
            int column = (int) (at.pt().x() * CELLS / picture.cols());
            int row = (int) (at.pt().y() * CELLS / picture.rows());
            cell[i] = row * CELLS + column;
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -strength[i]).thenComparing(i -> i));
        byte[] all = words.empty() ? new byte[0] : Pixels.bytes(words);
        int[] taken = new int[CELLS * CELLS];
        int allowed = Math.max(1, MOST_IN_CELL * most / ASKED);
        ByteBuffer out = ByteBuffer.allocate(most * WORD);
        for (int i : order) {
            if (out.remaining() == 0) break;
            if (taken[cell[i]]++ < allowed) out.put(all, i * WORD, WORD);
        }
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static long coarse(Mat grey) {
        Mat small = new Mat();
        resize(grey, small, new Size(WAVE_SIDE, WAVE_SIDE), 0, 0, INTER_AREA);
        byte[] pixels = Pixels.bytes(small);
        double[] waves = new double[WAVES * WAVES];
        for (int v = 0; v < WAVES; v++)
            for (int u = 0; u < WAVES; u++) waves[v * WAVES + u] = wave(pixels, u + 1, v);
        double[] sorted = waves.clone();
        java.util.Arrays.sort(sorted);
        double middle = (sorted[31] + sorted[32]) / 2;
        long bits = 0;
        for (int i = 0; i < waves.length; i++) if (waves[i] > middle) bits |= 1L << i;
        return bits;
    }

    private static double wave(byte[] pixels, int u, int v) {
        double sum = 0;
        for (int y = 0; y < WAVE_SIDE; y++) {
            double down = StrictMath.cos(Math.PI * v * (2 * y + 1) / (2 * WAVE_SIDE));
            for (int x = 0; x < WAVE_SIDE; x++)
                sum +=
                        (pixels[y * WAVE_SIDE + x] & 0xff)
                                * down
                                * StrictMath.cos(Math.PI * u * (2 * x + 1) / (2 * WAVE_SIDE));
        }
        return sum;
    }
}
