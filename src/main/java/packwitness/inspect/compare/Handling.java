package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.LUT;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.getRotationMatrix2D;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** What happens to a picture on its honest way through phones, messengers and platforms. */
final class Handling {
    private Handling() {}

    /** Returns the JPEG file that arrives; the recipe is appended in words. */
    static byte[] send(Mat picture, Dice dice, StringBuilder recipe) {
        try (PointerScope _ = new PointerScope()) {
            Mat at = picture.clone();
            if (dice.chance(0.5)) at = crop(at, dice, recipe);
            if (dice.chance(0.25)) turn(at, dice, recipe);
            if (dice.chance(0.7)) at = shrink(at, dice, recipe);
            if (dice.chance(0.6)) tone(at, dice, recipe);
            if (dice.chance(0.2)) sharpen(at, recipe);
            int quality = dice.whole(45, 89);
            byte[] file = Encoded.jpeg(at, quality);
            recipe.append("q").append(quality);
            if (dice.chance(0.4)) {
                int second = dice.whole(50, 84);
                Mat again = new Mat();
                Encoded.decode(file, again);
                file = Encoded.jpeg(again, second);
                recipe.append(" q").append(second);
            }
            return file;
        }
    }

    private static Mat crop(Mat from, Dice dice, StringBuilder recipe) {
        int left = (int) (from.cols() * dice.between(0, 0.12));
        int right = (int) (from.cols() * dice.between(0, 0.12));
        int top = (int) (from.rows() * dice.between(0, 0.12));
        int bottom = (int) (from.rows() * dice.between(0, 0.12));
        recipe.append("crop ");
        return new Mat(
                        from,
                        new Rect(left, top, from.cols() - left - right, from.rows() - top - bottom))
                .clone();
    }

    private static void turn(Mat picture, Dice dice, StringBuilder recipe) {
        Point2f centre = new Point2f(picture.cols() / 2f, picture.rows() / 2f);
        Mat map = getRotationMatrix2D(centre, dice.between(-2, 2), 1.05);
        warpAffine(
                picture.clone(),
                picture,
                map,
                picture.size(),
                INTER_CUBIC,
                BORDER_REFLECT,
                new Scalar(0.0));
        recipe.append("turn ");
    }

    private static Mat shrink(Mat from, Dice dice, StringBuilder recipe) {
        double factor = dice.between(0.45, 0.95);
        boolean average = dice.chance(0.5);
        Mat to = new Mat();
        Size size = new Size((int) (from.cols() * factor), (int) (from.rows() * factor));
        resize(from, to, size, 0, 0, average ? INTER_AREA : INTER_CUBIC);
        recipe.append("scale").append(Math.round(factor * 100)).append(average ? "a " : "c ");
        return to;
    }

    private static void tone(Mat picture, Dice dice, StringBuilder recipe) {
        double gamma = dice.between(0.75, 1.3);
        double gain = dice.between(0.85, 1.15);
        double lift = dice.between(-15, 15);
        double[] cast = {
            dice.between(0.94, 1.06), dice.between(0.96, 1.04), dice.between(0.94, 1.06)
        };
        byte[] curve = new byte[256 * 3];
        for (int i = 0; i < 256; i++)
            for (int c = 0; c < 3; c++) {
                double v = 255 * Math.pow(i / 255.0, gamma) * gain * cast[c] + lift;
                curve[i * 3 + c] = (byte) Math.max(0, Math.min(255, v));
            }
        Mat table = new Mat(1, 256, CV_8UC3);
        table.data().put(curve);
        LUT(picture, table, picture);
        recipe.append("tone ");
    }

    private static void sharpen(Mat picture, StringBuilder recipe) {
        Mat soft = new Mat();
        GaussianBlur(picture, soft, new Size(0, 0), 1.0);
        addWeighted(picture, 1.5, soft, -0.5, 0, picture);
        recipe.append("sharp ");
    }
}
