package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts out the four corners of a picture, where programs that make pictures write so, and enlarges
 * them for the human eye; says nothing itself. Any thread may call.
 */
public final class CornerCrop {
    /** Width and height of a corner as parts of the picture. */
    private static final double WIDE = 0.36;

    private static final double HIGH = 0.14;

    /** Width of one enlarged corner in pixels, and the space between two. */
    private static final int PANEL = 720;

    private static final int GAP = 12;
    private static final byte[] NOTHING = {};

    private CornerCrop() {}

    /** Returns a PNG of the corners as they lie in the picture; empty if it cannot be read. */
    public static byte[] png(byte[] picture) {
        try (PointerScope _ = new PointerScope()) {
            Mat whole = new Mat();
            if (PictureReader.read(picture, whole).trouble().isPresent()) return NOTHING;
            int width = Math.max(1, (int) (whole.cols() * WIDE));
            int height = Math.max(1, (int) (whole.rows() * HIGH));
            int tall = Math.max(1, height * PANEL / width);
            Mat canvas =
                    new Mat(
                            2 * tall + GAP,
                            2 * PANEL + GAP,
                            CV_8UC3,
                            new Scalar(255.0, 255.0, 255.0, 0.0));
            for (int corner = 0; corner < 4; corner++) {
                int right = corner & 1;
                int below = corner >> 1;
                Rect from =
                        new Rect(
                                right * (whole.cols() - width),
                                below * (whole.rows() - height),
                                width,
                                height);
                Mat large = new Mat();
                resize(new Mat(whole, from), large, new Size(PANEL, tall), 0, 0, INTER_CUBIC);
                Rect to = new Rect(right * (PANEL + GAP), below * (tall + GAP), PANEL, tall);
                large.copyTo(new Mat(canvas, to));
            }
            return Encoded.png(canvas);
        }
    }
}
