package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes pictures as files and reads back our own. */
final class Encoded {
    private Encoded() {}

    static byte[] jpeg(Mat picture, int quality) {
        return write(".jpg", picture, IMWRITE_JPEG_QUALITY, quality);
    }

    static byte[] png(Mat picture) {
        return write(".png", picture, IMWRITE_PNG_COMPRESSION, 6);
    }

    /** A PNG for the screen: written quickly, somewhat larger. */
    static byte[] quickPng(Mat picture) {
        return write(".png", picture, IMWRITE_PNG_COMPRESSION, 1);
    }

    /** Decodes what this class wrote; strangers' files go through the picture reader. */
    static void decode(byte[] file, Mat to) {
        try (PointerScope _ = new PointerScope()) {
            to.put(imdecode(Pixels.encoded(file), IMREAD_COLOR));
        }
    }

    private static byte[] write(String suffix, Mat picture, int setting, int value) {
        try (PointerScope _ = new PointerScope()) {
            BytePointer out = new BytePointer();
            if (!imencode(suffix, picture, out, new IntPointer(setting, value)))
                throw new IllegalStateException("cannot write " + suffix);
            byte[] file = new byte[Math.toIntExact(out.limit())];
            out.get(file);
            return file;
        }
    }
}
