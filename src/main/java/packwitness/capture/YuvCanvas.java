package packwitness.capture;

import java.awt.image.BufferedImage;

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
        blend(
                this.y,
                width,
                height,
                sprite.y,
                sprite.alpha,
                sprite.width,
                shown,
                sprite.height,
                left,
                top);
        int w = sprite.width / 2;
        int h = sprite.height / 2;
        blend(
                u,
                width / 2,
                height / 2,
                sprite.u,
                sprite.thinAlpha,
                w,
                shown / 2,
                h,
                left / 2,
                top / 2);
        blend(
                v,
                width / 2,
                height / 2,
                sprite.v,
                sprite.thinAlpha,
                w,
                shown / 2,
                h,
                left / 2,
                top / 2);
    }

    private static void blend(
            byte[] to,
            int toWidth,
            int toHeight,
            byte[] from,
            byte[] alpha,
            int stride,
            int shown,
            int fromHeight,
            int left,
            int top) {
        int x0 = Math.max(0, -left);
        int x1 = Math.min(shown, toWidth - left);
        for (int row = Math.max(0, -top); row < Math.min(fromHeight, toHeight - top); row++) {
            int source = row * stride + x0;
            int target = (top + row) * toWidth + left + x0;
            for (int x = x0; x < x1; x++, source++, target++) {
                int a = alpha[source] & 255;
                if (a == 255) to[target] = from[source];
                else if (a > 0) {
                    int under = to[target] & 255;
                    to[target] = (byte) (under + ((from[source] & 255) - under) * a / 255);
                }
            }
        }
    }

    /** A picture with transparency, taken apart once so that laying it costs little. */
    static final class Sprite {
        final int width;
        final int height;
        final byte[] y;
        final byte[] u;
        final byte[] v;
        final byte[] alpha;
        final byte[] thinAlpha;

        Sprite(BufferedImage image) {
            width = image.getWidth() & ~1;
            height = image.getHeight() & ~1;
            y = new byte[width * height];
            alpha = new byte[width * height];
            int thin = width / 2 * (height / 2);
            u = new byte[thin];
            v = new byte[thin];
            thinAlpha = new byte[thin];
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            for (int row = 0; row < height; row++)
                for (int x = 0; x < width; x++) luma(pixels[row * width + x], row * width + x);
            for (int row = 0; row < height / 2; row++)
                for (int x = 0; x < width / 2; x++)
                    chroma(pixels, row * 2 * width + x * 2, row * (width / 2) + x);
        }

        private void luma(int c, int at) {
            alpha[at] = (byte) (c >>> 24);
            int sum = 66 * (c >> 16 & 255) + 129 * (c >> 8 & 255) + 25 * (c & 255);
            y[at] = (byte) (16 + (sum + 128 >> 8));
        }

        /** Averages four pixels by their weight, so that clear ones lend no colour. */
        private void chroma(int[] pixels, int from, int at) {
            int[] four = {
                pixels[from], pixels[from + 1], pixels[from + width], pixels[from + width + 1]
            };
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (int c : four) {
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
            thinAlpha[at] = (byte) (a / 4);
            u[at] = (byte) (128 + (-38 * r - 74 * g + 112 * b + 128 >> 8));
            v[at] = (byte) (128 + (112 * r - 94 * g - 18 * b + 128 >> 8));
        }
    }
}
