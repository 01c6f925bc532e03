package packwitness.capture;

import packwitness.value.Sha256;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.security.MessageDigest;

/** A picture as decoded: 8-bit yuv420p, limited range, without padding; never changed. */
public final class Planes {
    private final int width;
    private final int height;
    private final byte[] y;
    private final byte[] u;
    private final byte[] v;
    private final boolean hd;

    Planes(int width, int height, byte[] y, byte[] u, byte[] v, boolean hd) {
        this.width = width;
        this.height = height;
        this.y = y;
        this.u = u;
        this.v = v;
        this.hd = hd;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * Returns the hash of the decoded samples, plane Y then U then V without padding: what {@code
     * ffmpeg -f rawvideo -pix_fmt yuv420p} writes for this frame.
     */
    public Sha256 sha256() {
        MessageDigest digest = Sha256.digest();
        digest.update(y);
        digest.update(u);
        digest.update(v);
        return Sha256.of(digest);
    }

    /** Returns the Y plane, which is limited to 16 … 235, as a grey picture. */
    public Grey grey() {
        return new Grey(width, height, y);
    }

    /** Returns a new picture of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int chroma = (width + 1) / 2;
        // 16-bit fixed point: BT.601, or BT.709 where the stream says so.
        int rv = hd ? 117504 : 104597;
        int gu = hd ? 13954 : 25675;
        int gv = hd ? 34903 : 53279;
        int bu = hd ? 138453 : 132201;
        for (int row = 0; row < height; row++) {
            for (int x = 0; x < width; x++) {
                int luma = 76309 * ((y[row * width + x] & 255) - 16) + 32768;
                int at = (row >> 1) * chroma + (x >> 1);
                int du = (u[at] & 255) - 128;
                int dv = (v[at] & 255) - 128;
                int red = clamp(luma + rv * dv >> 16);
                int green = clamp(luma - gu * du - gv * dv >> 16);
                int blue = clamp(luma + bu * du >> 16);
                pixels[row * width + x] = red << 16 | green << 8 | blue;
            }
        }
        return image;
    }

    /** Returns a new array, four bytes a pixel: blue, green, red, opaque. */
    public byte[] bgra() {
        int[] pixels = ((DataBufferInt) image().getRaster().getDataBuffer()).getData();
        byte[] bytes = new byte[pixels.length * 4];
        for (int i = 0; i < pixels.length; i++) {
            bytes[4 * i] = (byte) pixels[i];
            bytes[4 * i + 1] = (byte) (pixels[i] >> 8);
            bytes[4 * i + 2] = (byte) (pixels[i] >> 16);
            bytes[4 * i + 3] = (byte) 255;
        }
        return bytes;
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }
}
