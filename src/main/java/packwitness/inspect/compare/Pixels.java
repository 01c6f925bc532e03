package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Carries pixels between OpenCV and Java arrays; matrices must be continuous. */
final class Pixels {
    private Pixels() {}

    /** Copies a matrix of floats, row by row, channels interleaved. */
    static float[] floats(Mat mat) {
        float[] out = new float[Math.toIntExact(mat.total() * mat.channels())];
        try (FloatPointer at = new FloatPointer(mat.data())) {
            at.get(out);
        }
        return out;
    }

    /** Copies a matrix of bytes, row by row, channels interleaved. */
    static byte[] bytes(Mat mat) {
        byte[] out = new byte[Math.toIntExact(mat.total() * mat.channels())];
        mat.data().get(out);
        return out;
    }

    static Mat of(float[] values, int rows, int columns) {
        Mat mat = new Mat(rows, columns, CV_32F);
        try (FloatPointer at = new FloatPointer(mat.data())) {
            at.put(values);
        }
        return mat;
    }

    static Mat of(byte[] values, int rows, int columns) {
        Mat mat = new Mat(rows, columns, CV_8U);
        mat.data().put(values);
        return mat;
    }

    /** Wraps a byte array for decoding. */
    static Mat encoded(byte[] file) {
        return new Mat(1, file.length, CV_8U, new BytePointer(file));
    }
}
