package packwitness.ui.claims;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import packwitness.inspect.compare.Homography;

import java.util.List;
import java.util.Optional;

/** Lays a received picture on the frame of ours; any thread. */
final class Warp {
    private static final int NOTHING = 0xffe1e1e1;

    private Warp() {}

    /** Returns theirs on a frame of this size, or nothing where the mapping cannot be turned. */
    static Optional<Image> onto(Image theirs, Homography mapping, int width, int height) {
        double[] back = inverse(mapping.rows());
        if (back.length == 0) return Optional.empty();
        int theirWidth = (int) theirs.getWidth();
        int theirHeight = (int) theirs.getHeight();
        int[] from = new int[theirWidth * theirHeight];
        theirs.getPixelReader()
                .getPixels(
                        0,
                        0,
                        theirWidth,
                        theirHeight,
                        PixelFormat.getIntArgbInstance(),
                        from,
                        0,
                        theirWidth);
        WritableImage out = new WritableImage(width, height);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double w = back[6] * x + back[7] * y + back[8];
                double atX = (back[0] * x + back[1] * y + back[2]) / w;
                double atY = (back[3] * x + back[4] * y + back[5]) / w;
                line[x] = between(from, theirWidth, theirHeight, atX, atY);
            }
            out.getPixelWriter()
                    .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
        }
        return Optional.of(out);
    }

    private static int between(int[] from, int width, int height, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return NOTHING;
        double partX = x - left;
        double partY = y - top;
        int a = from[top * width + left];
        int b = from[top * width + left + 1];
        int c = from[(top + 1) * width + left];
        int d = from[(top + 1) * width + left + 1];
        int pixel = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = (a >> shift & 255) * (1 - partX) + (b >> shift & 255) * partX;
            double lower = (c >> shift & 255) * (1 - partX) + (d >> shift & 255) * partX;
            pixel |= (int) Math.round(upper * (1 - partY) + lower * partY) << shift;
        }
        return pixel;
    }

    private static double[] inverse(List<Double> m) {
        double a = m.get(4) * m.get(8) - m.get(5) * m.get(7);
        double b = m.get(5) * m.get(6) - m.get(3) * m.get(8);
        double c = m.get(3) * m.get(7) - m.get(4) * m.get(6);
        double whole = m.get(0) * a + m.get(1) * b + m.get(2) * c;
        if (Math.abs(whole) < 1e-12) return new double[0];
        return new double[] {
            a / whole,
            (m.get(2) * m.get(7) - m.get(1) * m.get(8)) / whole,
            (m.get(1) * m.get(5) - m.get(2) * m.get(4)) / whole,
            b / whole,
            (m.get(0) * m.get(8) - m.get(2) * m.get(6)) / whole,
            (m.get(2) * m.get(3) - m.get(0) * m.get(5)) / whole,
            c / whole,
            (m.get(1) * m.get(6) - m.get(0) * m.get(7)) / whole,
            (m.get(0) * m.get(4) - m.get(1) * m.get(3)) / whole
        };
    }
}
