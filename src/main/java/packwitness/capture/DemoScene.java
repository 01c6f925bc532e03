package packwitness.capture;

import java.awt.image.BufferedImage;
import java.util.OptionalLong;

/**
 * The packing table of the demonstration: a mug goes into a carton, the carton is closed, taped and
 * labelled, and after eight seconds the next one comes. Painted by one thread; what is on the label
 * may be set by any. The lower edge carries the running frame number, see {@link #readNumber}.
 */
public final class DemoScene {
    private final int width;
    private final int height;
    private final boolean cells;
    private final YuvCanvas background;
    private volatile String waybill;

    DemoScene(int width, int height, double framesPerSecond, boolean cells, String waybill) {
        this.width = width;
        this.height = height;
        this.cells = cells;
        this.waybill = waybill;
        background = new YuvCanvas(width, height);
        java.util.Arrays.fill(background.y, (byte) 110);
        java.util.Arrays.fill(background.u, (byte) 120);
        java.util.Arrays.fill(background.v, (byte) 135);
    }

    /** Sets the waybill that the label shows from the next frame on. */
    public void waybill(String text) {
        waybill = text;
    }

    void nextParcel(String text) {
        waybill = text;
    }

    YuvCanvas canvas() {
        return new YuvCanvas(width, height);
    }

    void paint(long number, YuvCanvas canvas) {
        canvas.copy(background);
        int x = (int) (number * 4 % (width - 100));
        for (int y = 200; y < 300 && y < height; y++)
            java.util.Arrays.fill(canvas.y, y * width + x, y * width + x + 80, (byte) 200);
        if (cells) FrameCells.draw(number, canvas.y, width, height);
    }

    /**
     * Reads the running number out of a picture of any size; empty where there is none or its check
     * fails. The cells are described in life-of-a-recording.md.
     */
    public static OptionalLong readNumber(Grey picture) {
        return FrameCells.read(picture);
    }

    /** Returns the merchant's product picture, 1600 x 1200, always the same. */
    public static BufferedImage listingPicture() {
        throw new IllegalStateException("not yet");
    }

    /** Returns the merchant's product picture as a JPEG file. */
    public static byte[] listingJpeg() {
        throw new IllegalStateException("not yet");
    }
}
