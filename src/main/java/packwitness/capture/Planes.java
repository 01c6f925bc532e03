package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import packwitness.value.Sha256;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/** A picture as decoded: 8-bit yuv420p, limited range, without padding; never changed. */
public final class Planes {
    private static final int OPAQUE = 0xff000000;

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

    /** Copies the samples into a frame of yuv420p that is at least as large. */
    public void copyTo(AVFrame frame) {
        copy(frame, 0, y, width, height);
        copy(frame, 1, u, (width + 1) / 2, (height + 1) / 2);
        copy(frame, 2, v, (width + 1) / 2, (height + 1) / 2);
        frame.color_range(AVCOL_RANGE_MPEG);
        frame.colorspace(hd ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M);
    }

    private static void copy(AVFrame frame, int plane, byte[] rows, int width, int height) {
        BytePointer data = frame.data(plane);
        long stride = frame.linesize(plane);
        for (int row = 0; row < height; row++)
            data.position(row * stride).put(rows, row * width, width);
    }

    /** Returns the Y plane, which is limited to 16 … 235, as a grey picture. */
    public Grey grey() {
        return new Grey(width, height, y);
    }

    /** Returns a new picture of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < height; row++) rgb(row, pixels, row * width);
        return image;
    }

    /** Returns a new array, four bytes a pixel: blue, green, red, opaque. */
    public byte[] bgra() {
        byte[] bytes = new byte[width * height * 4];
        int[] line = new int[width];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < height; row++) {
            rgb(row, line, 0);
            for (int x = 0; x < width; x++) out.putInt(OPAQUE | line[x]);
        }
        return bytes;
    }

    private void rgb(int row, int[] pixels, int from) {
        int chroma = (width + 1) / 2;
        // 16-bit fixed point: BT.601, or BT.709 where the stream says so.
        int rv = hd ? 117504 : 104597;
        int gu = hd ? 13954 : 25675;
        int gv = hd ? 34903 : 53279;
        int bu = hd ? 138453 : 132201;
        for (int x = 0; x < width; x++) {
            int luma = 76309 * ((y[row * width + x] & 255) - 16) + 32768;
            int at = (row >> 1) * chroma + (x >> 1);
            int du = (u[at] & 255) - 128;
            int dv = (v[at] & 255) - 128;
            int red = clamp(luma + rv * dv >> 16);
            int green = clamp(luma - gu * du - gv * dv >> 16);
            int blue = clamp(luma + bu * du >> 16);
            pixels[from + x] = red << 16 | green << 8 | blue;
        }
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }
}
