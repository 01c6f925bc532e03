package packwitness.capture;

import java.awt.image.BufferedImage;

/** A grey picture, never changed by its readers; 0 is black, 255 white. */
public final class Grey {
    private final int width;
    private final int height;
    private final byte[] pixels;

    Grey(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Returns a picture over rows without gaps that the caller lends until it was read. */
    public static Grey over(int width, int height, byte[] rows) {
        return new Grey(width, height, rows);
    }

    /** Copies rows of {@code stride} bytes. */
    public static Grey of(int width, int height, int stride, byte[] rows) {
        byte[] copy = new byte[width * height];
        for (int y = 0; y < height; y++) System.arraycopy(rows, y * stride, copy, y * width, width);
        return new Grey(width, height, copy);
    }

    /** Returns the luma of a picture. */
    public static Grey of(BufferedImage image) {
        int width = image.getWidth();
        int[] row = new int[width];
        byte[] grey = new byte[width * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int c = row[x];
                int luma = 77 * (c >> 16 & 255) + 150 * (c >> 8 & 255) + 29 * (c & 255);
                grey[y * width + x] = (byte) (luma >> 8);
            }
        }
        return new Grey(width, image.getHeight(), grey);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns the brightness, 0 to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 255;
    }

    byte[] pixels() {
        return pixels;
    }
}
