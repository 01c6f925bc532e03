package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Lays our picture over theirs. The work frame is theirs, shrunk to at most 1280 pixels and never
 * finer than ours, so that their compression blocks are not resampled without need.
 */
final class Alignment {
    private static final int WORK_SIDE = 1280;
    private static final int FRAME = 2;
    private static final int BORDER = 6;
    private static final int SMALLEST = 64;

    /** More of our pixels in one of theirs, along one side, than any two sizes we read make. */
    private static final int MOST_SHRUNK = 24;

    private final Mat ours;

    /** Ours, shrunk by averaging to about the scale of the work frame. */
    private final Mat averaged = new Mat();

    private final Mat averagedGrey = new Mat();
    private final Mat theirsGrey = new Mat();

    /** Their picture in the work frame. */
    final Mat theirs = new Mat();

    final PlaneMap workToTheirs;
    private final PictureSize size;
    private PlaneMap workToOurs;

    Alignment(Mat ours, Mat theirs, PlaneMap theirsToOurs) {
        this.ours = ours;
        double scale = theirsToOurs.scaleAt(theirs.cols() / 2.0, theirs.rows() / 2.0);
        double side = (double) WORK_SIDE / Math.max(theirs.cols(), theirs.rows());
        double factor = Math.min(side, Math.min(1, scale));
        this.size = Sizes.shrunk(theirs, factor);
        this.workToTheirs =
                PlaneMap.resized(size.width(), size.height(), theirs.cols(), theirs.rows());
        this.workToOurs = theirsToOurs.after(workToTheirs);
        if (!isUsable()) return;
        Together.run(
                () -> Sizes.shrinkBy(theirs, factor, this.theirs),
                () -> Sizes.shrinkBy(ours, 1 / oursPerWork(), averaged));
    }

    PlaneMap workToOurs() {
        return workToOurs;
    }

    int width() {
        return size.width();
    }

    int height() {
        return size.height();
    }

    /** Tells whether the mapping is sane: no extreme scale, and not folded within the frame. */
    boolean isUsable() {
        double middle = oursPerWork();
        if (!(middle > 0.2 && middle < MOST_SHRUNK) || Math.min(width(), height()) < SMALLEST)
            return false;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * (width() - 1.0);
            double y = (corner >> 1) * (height() - 1.0);
            double here = workToOurs.scaleAt(x, y);
            if (!(here > middle / 4 && here < middle * 4)) return false;
        }
        return true;
    }

    /** Corrects the mapping: a work pixel stands where the correction carries it. */
    void correct(PlaneMap correction) {
        workToOurs = workToOurs.after(correction);
    }

    /** Returns how many of our pixels make one work pixel, along one side. */
    double oursPerWork() {
        return workToOurs.scaleAt(width() / 2.0, height() / 2.0);
    }

    /** Renders ours in the work frame, shrunk by averaging before it is warped. */
    void averaged(Mat to) {
        PlaneMap map = PlaneMap.resized(ours, averaged).after(workToOurs);
        warp(averaged, map, INTER_CUBIC, BORDER_REPLICATE, to);
    }

    /** Renders the brightness of ours in the work frame, which is all that corners need. */
    void grey(Mat to) {
        PlaneMap map = PlaneMap.resized(ours, averaged).after(workToOurs);
        if (averagedGrey.empty()) cvtColor(averaged, averagedGrey, COLOR_BGR2GRAY);
        warp(averagedGrey, map, INTER_CUBIC, BORDER_REPLICATE, to);
    }

    /** Returns the brightness of their picture in the work frame, to be read only. */
    Mat theirsGrey() {
        if (theirsGrey.empty()) cvtColor(theirs, theirsGrey, COLOR_BGR2GRAY);
        return theirsGrey;
    }

    /** Tells whether sampling would render the same as averaging, because nothing is shrunk. */
    boolean isSampledAlike() {
        return averaged.cols() == ours.cols() && averaged.rows() == ours.rows();
    }

    /**
     * Renders the brightness of ours, in this tone, in the work frame by sampling, as careless
     * programs shrink.
     */
    void sampled(Tone tone, Mat to) {
        try (PointerScope _ = new PointerScope()) {
            Mat toned = new Mat();
            tone.apply(ours, toned);
            cvtColor(toned, toned, COLOR_BGR2GRAY);
            warp(toned, workToOurs, INTER_CUBIC, BORDER_REPLICATE, to);
        }
    }

    /** Renders where both pictures show something: 255 there, 0 elsewhere and near borders. */
    void valid(Mat to) {
        if (isAllInside()) {
            int edge = FRAME + BORDER;
            to.create(height(), width(), CV_8U);
            to.put(new Scalar(0.0));
            new Mat(to, new Rect(edge, edge, width() - 2 * edge, height() - 2 * edge))
                    .put(new Scalar(255.0));
            return;
        }
        try (PointerScope _ = new PointerScope()) {
            Mat inside = new Mat(ours.rows(), ours.cols(), CV_8U, new Scalar(255.0));
            warp(inside, workToOurs, INTER_NEAREST, BORDER_CONSTANT, to);
            for (int thickness = 0; thickness < FRAME; thickness++)
                rectangle(
                        to,
                        new Rect(
                                thickness,
                                thickness,
                                width() - 2 * thickness,
                                height() - 2 * thickness),
                        new Scalar(0.0));
            Mat square =
                    getStructuringElement(MORPH_RECT, new Size(2 * BORDER + 1, 2 * BORDER + 1));
            erode(to, to, square);
        }
    }

    /** Tells whether ours shows all of the frame, as it does where theirs was cropped. */
    private boolean isAllInside() {
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * (width() - 1.0);
            double y = (corner >> 1) * (height() - 1.0);
            double ourX = workToOurs.x(x, y);
            double ourY = workToOurs.y(x, y);
            if (!(ourX >= 1 && ourY >= 1 && ourX <= ours.cols() - 2 && ourY <= ours.rows() - 2))
                return false;
        }
        return true;
    }

    private void warp(Mat from, PlaneMap map, int how, int border, Mat to) {
        try (PointerScope _ = new PointerScope()) {
            warpPerspective(
                    from,
                    to,
                    map.matrix(),
                    new Size(width(), height()),
                    how | WARP_INVERSE_MAP,
                    border,
                    new Scalar(0.0));
        }
    }
}
