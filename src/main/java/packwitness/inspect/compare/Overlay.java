package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.List;
import java.util.Optional;

/** Draws a comparison for the dossier; same input, same bytes out; any thread may call. */
public final class Overlay {
    private static final int PANEL = 960;
    private static final int GAP = 12;
    private static final int MARGIN = 6;
    private static final int LINES = 40;
    private static final int QUALITY = 88;
    private static final byte[] NOTHING = {};

    private Overlay() {}

    /**
     * Returns a PNG of ours and, right of it, theirs laid on the frame of ours; regions are boxed
     * and numbered in both. Empty if the pair is not a copy.
     */
    public static byte[] png(byte[] ours, byte[] theirs, Comparison comparison) {
        if (!comparison.copy() || comparison.homography().isEmpty()) return NOTHING;
        try (PointerScope _ = new PointerScope()) {
            Mat our = new Mat();
            Mat their = new Mat();
            if (!readable(ours, our) || !readable(theirs, their)) return NOTHING;
            Mat left = new Mat();
            Sizes.shrinkTo(our, PANEL, left);
            PictureSize ourWhole = comparison.ours().orElseThrow();
            PictureSize theirWhole = comparison.theirs().orElseThrow();
            PlaneMap fromTheirs = between(their, theirWhole);
            PlaneMap toPanel =
                    PlaneMap.resized(ourWhole.width(), ourWhole.height(), left.cols(), left.rows());
            Optional<PlaneMap> whole = PlaneMap.of(comparison.homography().get());
            if (whole.isEmpty()) return NOTHING;
            PlaneMap map = toPanel.after(whole.get()).after(fromTheirs);
            Mat small = new Mat();
            double scale = map.scaleAt(their.cols() / 2.0, their.rows() / 2.0);
            Sizes.shrinkBy(their, scale, small);
            map = map.after(PlaneMap.resized(small, their));
            Mat right = new Mat();
            warpPerspective(
                    small,
                    right,
                    map.matrix(),
                    left.size(),
                    INTER_CUBIC,
                    BORDER_CONSTANT,
                    new Scalar(225.0, 225.0, 225.0, 0.0));
            Mat canvas = canvas(left, right);
            for (Region region : comparison.regions()) {
                mark(canvas, region, toPanel, 0, left);
                mark(canvas, region, toPanel, left.cols() + GAP, left);
            }
            return Encoded.png(canvas);
        }
    }

    /**
     * Returns a JPEG of both pictures as they are, next to each other, with matched points joined
     * by lines. Empty if one cannot be read.
     */
    public static byte[] sideBySide(byte[] ours, byte[] theirs, Comparison comparison) {
        try (PointerScope _ = new PointerScope()) {
            Mat our = new Mat();
            Mat their = new Mat();
            if (!readable(ours, our) || !readable(theirs, their)) return NOTHING;
            Mat left = panel(our);
            Mat right = panel(their);
            Mat canvas = canvas(left, right);
            if (comparison.ours().isPresent() && comparison.theirs().isPresent())
                join(canvas, left, right, comparison);
            return Encoded.jpeg(canvas, QUALITY);
        }
    }

    private static boolean readable(byte[] file, Mat to) {
        return PictureReader.read(file, to).trouble().isEmpty();
    }

    private static PlaneMap between(Mat read, PictureSize whole) {
        return PlaneMap.resized(read.cols(), read.rows(), whole.width(), whole.height());
    }

    /** Fits into a square panel; small pictures are enlarged so that both have the same height. */
    private static Mat panel(Mat picture) {
        double scale = Math.min((double) PANEL / picture.rows(), 1.5 * PANEL / picture.cols());
        int width = Math.max(1, (int) Math.round(picture.cols() * scale));
        int height = Math.max(1, (int) Math.round(picture.rows() * scale));
        Mat out = new Mat();
        if (scale < 1) {
            Sizes.shrinkBy(picture, scale, out);
            return out;
        }
        resize(picture, out, new Size(width, height), 0, 0, INTER_CUBIC);
        return out;
    }

    private static Mat canvas(Mat left, Mat right) {
        int width = left.cols() + GAP + right.cols();
        int height = Math.max(left.rows(), right.rows());
        Mat canvas = new Mat(height, width, CV_8UC3, new Scalar(255.0, 255.0, 255.0, 0.0));
        left.copyTo(new Mat(canvas, new Rect(0, 0, left.cols(), left.rows())));
        right.copyTo(new Mat(canvas, new Rect(left.cols() + GAP, 0, right.cols(), right.rows())));
        return canvas;
    }

    private static void mark(Mat canvas, Region region, PlaneMap toPanel, int shift, Mat panel) {
        Box box = region.ours();
        int left = (int) Math.max(1, toPanel.x(box.x(), box.y()) - MARGIN);
        int top = (int) Math.max(1, toPanel.y(box.x(), box.y()) - MARGIN);
        double endX = box.x() + box.width();
        double endY = box.y() + box.height();
        int right = (int) Math.min(panel.cols() - 2, toPanel.x(endX, endY) + MARGIN);
        int bottom = (int) Math.min(panel.rows() - 2, toPanel.y(endX, endY) + MARGIN);
        Rect frame = new Rect(left + shift, top, right - left + 1, bottom - top + 1);
        rectangle(canvas, frame, white(), 4, LINE_AA, 0);
        rectangle(canvas, frame, red(), 2, LINE_AA, 0);
        int textY = top > 30 ? top - 8 : Math.min(panel.rows() - 4, bottom + 26);
        Point at = new Point(left + shift, textY);
        String number = Integer.toString(region.number());
        putText(canvas, number, at, FONT_HERSHEY_SIMPLEX, 0.9, white(), 6, LINE_AA, false);
        putText(canvas, number, at, FONT_HERSHEY_SIMPLEX, 0.9, red(), 2, LINE_AA, false);
    }

    private static void join(Mat canvas, Mat left, Mat right, Comparison comparison) {
        PictureSize ours = comparison.ours().orElseThrow();
        PictureSize theirs = comparison.theirs().orElseThrow();
        PlaneMap toLeft = PlaneMap.resized(ours.width(), ours.height(), left.cols(), left.rows());
        PlaneMap toRight =
                PlaneMap.resized(theirs.width(), theirs.height(), right.cols(), right.rows());
        List<Matched> points = comparison.matched();
        int step = Math.max(1, points.size() / LINES);
        for (int i = 0; i < points.size(); i += step) {
            Matched at = points.get(i);
            Point from =
                    new Point(
                            (int) toLeft.x(at.oursX(), at.oursY()),
                            (int) toLeft.y(at.oursX(), at.oursY()));
            Point to =
                    new Point(
                            left.cols() + GAP + (int) toRight.x(at.theirsX(), at.theirsY()),
                            (int) toRight.y(at.theirsX(), at.theirsY()));
            line(canvas, from, to, new Scalar(190.0, 150.0, 40.0, 0.0), 1, LINE_AA, 0);
            circle(canvas, from, 4, red(), 1, LINE_AA, 0);
            circle(canvas, to, 4, red(), 1, LINE_AA, 0);
        }
    }

    private static Scalar red() {
        return new Scalar(30.0, 30.0, 220.0, 0.0);
    }

    private static Scalar white() {
        return new Scalar(255.0, 255.0, 255.0, 0.0);
    }
}
