package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_COMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws what lies in a synthetic scene: table, cups, plates, boxes, cloths. */
final class Things {
    private static final String[] WORDS = {"CERAMIC", "HANDMADE", "No. 7", "350 ml", "FRAGILE"};

    private Things() {}

    /** Paints a table top with grain and a fall of light. */
    static void table(int width, int height, Dice dice, Mat to) {
        double stretch = dice.chance(0.5) ? dice.between(4, 12) : 1;
        float[] grain = grain(width, height, stretch, dice);
        shade(width, height, grain, dice.between(8, 34), colour(dice, 60, 200), dice, to);
    }

    /** Paints a plain, nearly white wall with a fall of light. */
    static void wall(int width, int height, Dice dice, Mat to) {
        float[] grain = new float[width * height];
        shade(width, height, grain, 0, colour(dice, 205, 245), dice, to);
    }

    /** Paints one thing and, as parts of 1, where it covers what lies below. */
    static void draw(int width, int height, Dice dice, Mat paint, Mat cover) {
        float[] grain = grain(width, height, dice.chance(0.3) ? 6 : 1, dice);
        double rough = dice.chance(0.4) ? dice.between(1, 5) : dice.between(5, 25);
        shade(width, height, grain, rough, colour(dice, 30, 240), dice, paint);
        Mat shape = new Mat(height, width, CV_8U, new Scalar(0.0));
        int x = (int) (dice.between(0.12, 0.88) * width);
        int y = (int) (dice.between(0.12, 0.88) * height);
        int side = (int) (dice.between(0.12, 0.3) * Math.min(width, height));
        boolean round = dice.chance(0.5);
        if (round) {
            Size axes = new Size(side, (int) (side * dice.between(0.5, 1)));
            int turn = dice.whole(0, 90);
            ellipse(shape, new Point(x, y), axes, turn, 0, 360, full(), -1, LINE_AA, 0);
            if (dice.chance(0.6)) rings(paint, x, y, axes, turn, dice);
        } else {
            int tall = (int) (side * dice.between(0.7, 1.4));
            rectangle(
                    shape,
                    new Rect(x - side, y - tall, 2 * side, 2 * tall),
                    full(),
                    -1,
                    LINE_AA,
                    0);
        }
        switch (dice.whole(0, 2)) {
            case 0 -> print(paint, x, y, side, dice);
            case 1 -> dots(paint, x, y, side, dice);
            default -> stripes(paint, x, y, side, dice);
        }
        shape.convertTo(cover, CV_32F, 1 / 255.0, 0);
    }

    private static void rings(Mat paint, int x, int y, Size axes, int turn, Dice dice) {
        for (int i = 1; i <= dice.whole(1, 3); i++) {
            double part = 1 - 0.12 * i;
            Size inner = new Size((int) (axes.width() * part), (int) (axes.height() * part));
            Point at = new Point(x, y);
            ellipse(paint, at, inner, turn, 0, 360, ink(dice), dice.whole(1, 4), LINE_AA, 0);
        }
    }

    private static void print(Mat paint, int x, int y, int side, Dice dice) {
        for (int row = 0; row < dice.whole(2, 5); row++) {
            String word = WORDS[dice.whole(0, WORDS.length - 1)];
            Point at = new Point(x - side + dice.whole(5, 40), y - side / 2 + row * side / 4);
            double size = dice.between(0.5, 1.6);
            putText(paint, word, at, FONT_HERSHEY_COMPLEX, size, ink(dice), 2, LINE_AA, false);
        }
        int bar = x - side / 2;
        Scalar black = ink(dice);
        for (int i = 0; i < 40; i++) {
            int wide = dice.whole(1, 4);
            rectangle(paint, new Rect(bar, y + side / 3, wide, side / 4 + 1), black, -1, 8, 0);
            bar += wide + dice.whole(2, 5);
        }
    }

    private static void dots(Mat paint, int x, int y, int side, Dice dice) {
        Scalar one = ink(dice);
        Scalar other = ink(dice);
        for (int i = 0; i < 90; i++) {
            Point at = new Point(x + dice.whole(-side, side), y + dice.whole(-side, side));
            circle(paint, at, dice.whole(2, 14), dice.chance(0.5) ? one : other, -1, LINE_AA, 0);
        }
    }

    private static void stripes(Mat paint, int x, int y, int side, Dice dice) {
        Scalar one = ink(dice);
        int step = dice.whole(9, 40);
        int lean = dice.whole(-side, side);
        for (int at = -2 * side; at < 2 * side; at += step) {
            int jump = dice.whole(-3, 3);
            Point from = new Point(x + at + jump, y - 2 * side);
            Point to = new Point(x + at + lean, y + 2 * side);
            line(paint, from, to, one, dice.whole(1, step / 3), LINE_AA, 0);
        }
        dots(paint, x, y, side / 2 + 1, dice);
    }

    private static void shade(
            int width, int height, float[] grain, double rough, double[] bgr, Dice dice, Mat to) {
        double angle = dice.between(0, 2 * Math.PI);
        double fall = dice.between(0.05, 0.35);
        float[] out = new float[width * height * 3];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                double u = (2.0 * x / width - 1) * Math.cos(angle);
                double v = (2.0 * y / height - 1) * Math.sin(angle);
                double light = 1 + fall * (u + v) / 1.4;
                double texture = rough * grain[y * width + x];
                for (int c = 0; c < 3; c++)
                    out[(y * width + x) * 3 + c] =
                            (float) Math.max(4, Math.min(251, bgr[c] * light + texture));
            }
        to.create(height, width, CV_32FC3);
        Pixels.put(out, to);
    }

    /** Noise of several sizes, deviation about 1, drawn out sideways like wood if asked. */
    private static float[] grain(int width, int height, double stretch, Dice dice) {
        float[] sum = new float[width * height];
        for (int cell = 3; cell <= 96; cell *= 2) {
            int columns = Math.max(2, (int) (width / cell / stretch));
            int rows = Math.max(2, height / cell);
            float[] values = new float[columns * rows];
            dice.noise(values);
            Mat large = new Mat();
            Mat small = Pixels.of(values, rows, columns);
            resize(small, large, new Size(width, height), 0, 0, INTER_CUBIC);
            float[] here = Pixels.floats(large);
            for (int i = 0; i < sum.length; i++) sum[i] += here[i] * 0.5f;
            large.close();
            small.close();
        }
        return sum;
    }

    private static double[] colour(Dice dice, double low, double high) {
        double grey = dice.between(low, high);
        return new double[] {
            grey + dice.between(-30, 30), grey + dice.between(-15, 15), grey + dice.between(-30, 30)
        };
    }

    private static Scalar ink(Dice dice) {
        double[] c = colour(dice, 20, 235);
        return new Scalar(c[0], c[1], c[2], 0);
    }

    private static Scalar full() {
        return new Scalar(255.0);
    }
}
