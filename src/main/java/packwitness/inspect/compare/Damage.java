package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.fillConvexPoly;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;
import static org.bytedeco.opencv.global.opencv_photo.MIXED_CLONE;
import static org.bytedeco.opencv.global.opencv_photo.NORMAL_CLONE;
import static org.bytedeco.opencv.global.opencv_photo.seamlessClone;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Paints damage into a picture the way the known cases do, and says where. */
enum Damage {
    /** Dark branching line, 1 to 3 pixels wide, with a light rim. */
    CRACK {
        @Override
        void paint(Mat picture, Mat mask, Dice dice) {
            int side = Math.min(picture.cols(), picture.rows());
            double x0 = dice.between(0.25, 0.75) * picture.cols();
            double y0 = dice.between(0.25, 0.75) * picture.rows();
            Mat dark = blank(picture);
            Mat light = blank(picture);
            int branches = dice.whole(1, 3);
            double length = dice.between(0.12, 0.35) * side;
            int width = dice.whole(1, 3);
            for (int branch = 0; branch < branches; branch++) {
                double x = x0;
                double y = y0;
                double angle = dice.between(0, 2 * Math.PI);
                double gone = 0;
                while (gone < length / (1 + branch * 0.6)) {
                    double step = dice.between(8, 22);
                    angle += dice.between(-0.55, 0.55);
                    double nx = x + step * Math.cos(angle);
                    double ny = y + step * Math.sin(angle);
                    stroke(dark, x, y, nx, ny, 0, width);
                    stroke(light, x, y, nx, ny, width, 1);
                    x = nx;
                    y = ny;
                    gone += step;
                }
            }
            GaussianBlur(dark, dark, new Size(0, 0), 0.7);
            GaussianBlur(light, light, new Size(0, 0), 0.7);
            double alpha = dice.between(0.6, 0.9);
            byte[] pixels = Pixels.bytes(picture);
            byte[] darkness = Pixels.bytes(dark);
            byte[] lightness = Pixels.bytes(light);
            byte[] where = new byte[darkness.length];
            for (int i = 0; i < where.length; i++) {
                double a = (darkness[i] & 0xff) / 255.0 * alpha;
                double h = (lightness[i] & 0xff) / 255.0 * 0.25 * alpha;
                if (a <= 0.05 && h <= 0.05) continue;
                for (int c = 0; c < 3; c++) {
                    double v = (pixels[i * 3 + c] & 0xff) * (1 - 0.75 * a);
                    pixels[i * 3 + c] = (byte) (v * (1 - h) + 255 * h);
                }
                if (a > 0.15) where[i] = (byte) 255;
            }
            picture.data().put(pixels);
            mask.data().put(where);
        }
    },
    /** Brownish blot with a soft rim, a quarter to a half opaque. */
    STAIN {
        @Override
        void paint(Mat picture, Mat mask, Dice dice) {
            int side = Math.min(picture.cols(), picture.rows());
            double x0 = dice.between(0.25, 0.75) * picture.cols();
            double y0 = dice.between(0.25, 0.75) * picture.rows();
            Mat blot = blank(picture);
            double radius = dice.between(0.03, 0.09) * side;
            for (int i = 0; i < 14; i++)
                circle(
                        blot,
                        new Point(
                                (int) (x0 + dice.between(-radius, radius)),
                                (int) (y0 + dice.between(-radius, radius))),
                        (int) (radius * dice.between(0.2, 0.6)),
                        new Scalar(255.0),
                        -1,
                        8,
                        0);
            GaussianBlur(blot, blot, new Size(0, 0), Math.max(2, radius * 0.08));
            double alpha = dice.between(0.25, 0.55);
            double[] tint = {dice.between(20, 60), dice.between(50, 90), dice.between(70, 120)};
            byte[] pixels = Pixels.bytes(picture);
            byte[] cover = Pixels.bytes(blot);
            byte[] where = new byte[cover.length];
            for (int i = 0; i < where.length; i++) {
                double a = (cover[i] & 0xff) / 255.0 * alpha;
                if (a <= 0.02) continue;
                for (int c = 0; c < 3; c++) {
                    double v = pixels[i * 3 + c] & 0xff;
                    double soiled = v * tint[c] / 128.0 * 0.6 + tint[c] * 0.25;
                    pixels[i * 3 + c] = (byte) (v * (1 - a) + soiled * a);
                }
                if ((cover[i] & 0xff) > 96) where[i] = (byte) 255;
            }
            picture.data().put(pixels);
            mask.data().put(where);
        }
    },
    /** A darkened piece of the same picture, blended in so that its rim does not show. */
    PATCH {
        @Override
        void paint(Mat picture, Mat mask, Dice dice) {
            int w = picture.cols();
            int h = picture.rows();
            int side = Math.min(w, h);
            int pw = (int) (dice.between(0.06, 0.16) * side);
            int ph = (int) (dice.between(0.06, 0.16) * side);
            double x0 = dice.between(0.25, 0.75) * w;
            double y0 = dice.between(0.25, 0.75) * h;
            int tx = (int) Math.max(pw / 2 + 5, Math.min(w - pw / 2 - 6, x0));
            int ty = (int) Math.max(ph / 2 + 5, Math.min(h - ph / 2 - 6, y0));
            Rect from =
                    new Rect(
                            (int) dice.between(5, w - pw - 10),
                            (int) dice.between(5, h - ph - 10),
                            pw,
                            ph);
            Mat piece = new Mat(picture, from).clone();
            piece.convertTo(piece, -1, dice.between(0.35, 0.8), 0);
            Mat shape = new Mat(ph, pw, CV_8U, new Scalar(0.0));
            Point corners = new Point(9);
            for (int i = 0; i < 9; i++) {
                double angle = 2 * Math.PI * i / 9;
                double reach = dice.between(0.28, 0.48);
                corners.position(i)
                        .x((int) (pw / 2 + reach * pw * Math.cos(angle)))
                        .y((int) (ph / 2 + reach * ph * Math.sin(angle)));
            }
            corners.position(0);
            fillConvexPoly(shape, corners, 9, new Scalar(255.0), 8, 0);
            Mat blended = new Mat();
            int how = dice.chance(0.5) ? NORMAL_CLONE : MIXED_CLONE;
            seamlessClone(piece, picture, shape, new Point(tx, ty), blended, how);
            Mat changed = new Mat();
            absdiff(blended, picture, changed);
            cvtColor(changed, changed, COLOR_BGR2GRAY);
            threshold(changed, mask, 6, 255, THRESH_BINARY);
            blended.copyTo(picture);
        }
    };

    /** Paints into the picture; the mask, of the same size, becomes 255 where it was changed. */
    abstract void paint(Mat picture, Mat mask, Dice dice);

    /** Paints with everything in between released. */
    void into(Mat picture, Mat mask, Dice dice) {
        try (PointerScope _ = new PointerScope()) {
            paint(picture, mask, dice);
        }
    }

    private static Mat blank(Mat like) {
        return new Mat(like.rows(), like.cols(), CV_8U, new Scalar(0.0));
    }

    private static void stroke(
            Mat on, double x, double y, double nx, double ny, int shift, int width) {
        line(
                on,
                new Point((int) x + shift, (int) y + shift),
                new Point((int) nx + shift, (int) ny + shift),
                new Scalar(255.0),
                width,
                LINE_AA,
                0);
    }
}
