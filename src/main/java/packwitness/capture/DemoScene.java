package packwitness.capture;

import java.awt.image.BufferedImage;
import java.util.OptionalLong;

/** The packing table of the demonstration. */
public final class DemoScene {
    DemoScene() {}

    /** Sets the waybill that the label shows from the next frame on. */
    public void waybill(String text) {
        throw new IllegalStateException("not yet");
    }

    /** Reads the running number out of a picture; empty where there is none or its check fails. */
    public static OptionalLong readNumber(Grey picture) {
        throw new IllegalStateException("not yet");
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
