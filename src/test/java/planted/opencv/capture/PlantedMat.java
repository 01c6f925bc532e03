package planted.opencv.capture;

import org.bytedeco.opencv.opencv_core.Mat;

final class PlantedMat {
    Object mat() {
        return new Mat();
    }
}
