package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A drawn still life that behaves like a photograph: textured things at several depths, shading,
 * lens blur and sensor noise. The same seed is the same scene; it can be photographed twice.
 */
final class Scene {
    private static final int[][] SIZES = {{1600, 1200}, {1440, 1080}, {1080, 1440}, {1920, 1280}};

    private final long seed;
    private final int width;
    private final int height;

    Scene(long seed) {
        this.seed = seed;
        int[] size = SIZES[new Dice(seed).whole(0, SIZES.length - 1)];
        this.width = size[0];
        this.height = size[1];
    }

    /**
     * Photographs the scene into a matrix of three channels.
     *
     * @param shift how many pixels the farthest and the nearest thing move against each other,
     *     because the camera stands elsewhere
     * @param shot makes the noise: two shots never share it
     */
    void photograph(double shift, long shot, Mat to) {
        try (PointerScope _ = new PointerScope()) {
            Dice dice = new Dice(seed * 31 + 7);
            Mat picture = new Mat();
            // Every third one is a studio picture: goods before a plain wall, hardly any noise.
            boolean plain = new Dice(seed * 17 + 3).chance(0.33);
            if (plain) Things.wall(width, height, dice, picture);
            else Things.table(width, height, dice, picture);
            moved(picture, shift * 0.1, picture);
            int things = plain ? dice.whole(3, 5) : dice.whole(5, 8);
            for (int i = 0; i < things; i++) {
                try (PointerScope _ = new PointerScope()) {
                    Mat paint = new Mat();
                    Mat cover = new Mat();
                    Things.draw(width, height, dice, paint, cover);
                    double depth = (i + 1.0) / things;
                    moved(paint, shift * depth, paint);
                    moved(cover, shift * depth, cover);
                    lay(paint, cover, picture);
                }
            }
            GaussianBlur(picture, picture, new Size(0, 0), dice.between(0.6, 1.0));
            double noise = plain ? dice.between(0.3, 1) : dice.between(1.2, 4);
            addNoise(picture, noise, new Dice(seed * 131 + shot));
            picture.convertTo(to, CV_8UC3);
        }
    }

    private static void moved(Mat from, double shift, Mat to) {
        if (shift == 0) {
            if (from != to) from.copyTo(to);
            return;
        }
        try (PointerScope _ = new PointerScope()) {
            Mat map = new Mat(2, 3, CV_64F, new Scalar(0.0));
            DoubleIndexer at = map.createIndexer();
            at.put(0, 0, 1);
            at.put(1, 1, 1);
            at.put(0, 2, -shift);
            at.put(1, 2, -shift * 0.35);
            Mat source = from.clone();
            int how = INTER_CUBIC | WARP_INVERSE_MAP;
            warpAffine(source, to, map, source.size(), how, BORDER_REFLECT, new Scalar(0.0));
        }
    }

    private static void lay(Mat paint, Mat cover, Mat on) {
        float[] colours = Pixels.floats(paint);
        float[] covers = Pixels.floats(cover);
        float[] below = Pixels.floats(on);
        for (int i = 0; i < covers.length; i++) {
            float part = Math.max(0, Math.min(1, covers[i]));
            if (part == 0) continue;
            for (int c = 0; c < 3; c++)
                below[i * 3 + c] += part * (colours[i * 3 + c] - below[i * 3 + c]);
        }
        Pixels.put(below, on);
    }

    private static void addNoise(Mat picture, double deviation, Dice dice) {
        float[] noise = new float[picture.rows() * picture.cols() * 3];
        dice.noise(noise);
        for (int i = 0; i < noise.length; i++) noise[i] *= (float) deviation;
        Mat grain = new Mat(picture.rows(), picture.cols(), CV_32FC3);
        Pixels.put(noise, grain);
        // A camera's own cleaning leaves soft grain, not single pixels.
        GaussianBlur(grain, grain, new Size(0, 0), 0.6);
        add(picture, grain, picture);
    }
}
