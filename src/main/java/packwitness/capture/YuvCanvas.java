package packwitness.capture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A picture in yuv420p, limited range, BT.601, on which sprites are laid; one thread. */
final class YuvCanvas {
    final int width;
    final int height;
    final byte[] y;
    final byte[] u;
    final byte[] v;

    YuvCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        y = new byte[width * height];
        u = new byte[width / 2 * (height / 2)];
        v = new byte[width / 2 * (height / 2)];
    }

    /** Becomes equal to a canvas of the same size. */
    void copy(YuvCanvas other) {
        System.arraycopy(other.y, 0, y, 0, y.length);
        System.arraycopy(other.u, 0, u, 0, u.length);
        System.arraycopy(other.v, 0, v, 0, v.length);
    }

    /** Lays a sprite with its upper left corner at the even pixel next to x, y. */
    void lay(Sprite sprite, double x, double y) {
        lay(sprite, x, y, sprite.width);
    }

    /** Lays the left part of a sprite. */
    void lay(Sprite sprite, double x, double y, int part) {
        int left = (int) Math.round(x / 2) * 2;
        int top = (int) Math.round(y / 2) * 2;
        int shown = Math.min(part & ~1, sprite.width);
        sprite.luma.blend(this.y, width, height, shown, left, top);
        sprite.blue.blend(u, width / 2, height / 2, shown / 2, left / 2, top / 2);
        sprite.red.blend(v, width / 2, height / 2, shown / 2, left / 2, top / 2);
    }

    /** One plane of a sprite, each row cut into opaque and half-clear runs. */
    private static final class Layer {
        final int width;
        final int height;
        final byte[] values;
        final byte[] alpha;
        int[][] runs = new int[0][];

        Layer(int width, int height, byte[] alpha) {
            this.width = width;
            this.height = height;
            this.alpha = alpha;
            values = new byte[width * height];
        }

        /** Notes of each row: begin and end of its runs, the end negative where half-clear. */
        void cut() {
            runs = new int[height][];
            int[] found = new int[width * 2 + 2];
            for (int row = 0; row < height; row++) {
                int count = 0;
                int x = 0;
                while (x < width) {
                    int begin = x;
                    int kind = kind(row, x);
                    while (x < width && kind(row, x) == kind) x++;
                    if (kind == 0) continue;
                    found[count++] = begin;
                    found[count++] = kind == 2 ? x : -x;
                }
                runs[row] = Arrays.copyOf(found, count);
            }
        }

        private int kind(int row, int x) {
            int a = alpha[row * width + x] & 255;
            return a == 0 ? 0 : a == 255 ? 2 : 1;
        }

        void blend(byte[] to, int toWidth, int toHeight, int shown, int left, int top) {
            int least = Math.max(0, -left);
            int most = Math.min(shown, toWidth - left);
            int last = Math.min(height, toHeight - top);
            for (int row = Math.max(0, -top); row < last; row++) {
                int[] line = runs[row];
                for (int i = 0; i < line.length; i += 2) {
                    int begin = Math.max(line[i], least);
                    int end = Math.min(Math.abs(line[i + 1]), most);
                    if (begin >= end) continue;
                    int from = row * width + begin;
                    int target = (top + row) * toWidth + left + begin;
                    if (line[i + 1] > 0) System.arraycopy(values, from, to, target, end - begin);
                    else mix(to, target, from, end - begin);
                }
            }
        }

        private void mix(byte[] to, int target, int from, int length) {
            for (int i = 0; i < length; i++) {
                int under = to[target + i] & 255;
                int over = values[from + i] & 255;
                int a = alpha[from + i] & 255;
                to[target + i] = (byte) (under + ((over - under) * a * 257 + 32768 >> 16));
            }
        }
    }

    /** A picture with transparency, taken apart once so that laying it costs little. */
    static final class Sprite {
        final int width;
        final int height;
        private final Layer luma;
        private final Layer blue;
        private final Layer red;

        Sprite(BufferedImage image) {
            width = image.getWidth() & ~1;
            height = image.getHeight() & ~1;
            luma = new Layer(width, height, new byte[width * height]);
            byte[] thin = new byte[width / 2 * (height / 2)];
            blue = new Layer(width / 2, height / 2, thin);
            red = new Layer(width / 2, height / 2, thin);
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            for (int i = 0; i < pixels.length; i++) luma(pixels[i], i);
            for (int row = 0; row < height / 2; row++)
                for (int x = 0; x < width / 2; x++)
                    chroma(pixels, row * 2 * width + x * 2, row * (width / 2) + x);
            luma.cut();
            blue.cut();
            red.cut();
        }

        private void luma(int c, int at) {
            luma.alpha[at] = (byte) (c >>> 24);
            int sum = 66 * (c >> 16 & 255) + 129 * (c >> 8 & 255) + 25 * (c & 255);
            luma.values[at] = (byte) (16 + (sum + 128 >> 8));
        }

        /** Averages four pixels by their weight, so that clear ones lend no colour. */
        private void chroma(int[] pixels, int from, int at) {
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (int i = 0; i < 4; i++) {
                int c = pixels[from + (i & 1) + (i >> 1) * width];
                int weight = c >>> 24;
                a += weight;
                r += (c >> 16 & 255) * weight;
                g += (c >> 8 & 255) * weight;
                b += (c & 255) * weight;
            }
            if (a > 0) {
                r /= a;
                g /= a;
                b /= a;
            }
            blue.alpha[at] = (byte) (a / 4);
            blue.values[at] = (byte) (128 + (-38 * r - 74 * g + 112 * b + 128 >> 8));
            red.values[at] = (byte) (128 + (112 * r - 94 * g - 18 * b + 128 >> 8));
        }
    }
}
