package packwitness.capture;

import java.awt.image.BufferedImage;
import java.time.Duration;

/**
 * One frame of a video: its running index from 0, its time from the first frame, and its picture,
 * which is converted when asked for.
 */
public record DecodedFrame(long index, Duration at, Planes planes) {
    public int width() {
        return planes.width();
    }

    public int height() {
        return planes.height();
    }

    /** Returns a new array, four bytes a pixel: blue, green, red, opaque. */
    public byte[] bgra() {
        return planes.bgra();
    }

    public Grey grey() {
        return planes.grey();
    }

    /** Returns a new picture of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage image() {
        return planes.image();
    }
}
