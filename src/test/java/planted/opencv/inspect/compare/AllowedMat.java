package planted.opencv.inspect.compare;

import org.bytedeco.opencv.opencv_core.Mat;

final class AllowedMat {
    Object mat() {
        return new Mat();
    }
}
