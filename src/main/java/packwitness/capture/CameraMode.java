package packwitness.capture;

import java.util.Locale;
import java.util.Set;

/**
 * One way in which a camera can send its pictures: the codec (mjpeg, h264, hevc) or the layout of
 * raw pictures (such as yuyv422), the size, and the highest rate at that size; 0 where the camera
 * does not tell its rates.
 */
public record CameraMode(String codec, int width, int height, double framesPerSecond) {
    private static final Set<String> COMPRESSED = Set.of("mjpeg", "h264", "hevc");

    /** Returns whether the camera compresses the pictures; raw Full HD does not fit USB 2. */
    public boolean compressed() {
        return COMPRESSED.contains(codec);
    }

    @Override
    public String toString() {
        String size = codec + " " + width + "x" + height;
        if (framesPerSecond <= 0) return size;
        String rate = String.format(Locale.ROOT, "%.2f", framesPerSecond);
        return size + " @" + rate.replaceAll("\\.?0+$", "");
    }
}
