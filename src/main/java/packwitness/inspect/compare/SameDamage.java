package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

import java.util.List;

/**
 * Two photographs of the same alleged damage, laid over each other so that a human sees where they
 * disagree. Other light and another place of the camera make them disagree too, so this never
 * becomes a finding.
 *
 * @param registered whether they show enough of the same thing
 * @param points how many points they share
 * @param places how many places are marked
 * @param drawing a PNG of both in the frame of the second, places numbered; empty if not registered
 */
public record SameDamage(boolean registered, int points, int places, byte[] drawing) {
    private static final int MOST_PLACES = 12;
    private static final int GAP = 12;

    public SameDamage {
        drawing = drawing.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] drawing() {
        return drawing.clone();
    }

    /** Lays the first over the second; pictures that cannot be read are not registered. */
    public static SameDamage of(byte[] first, byte[] second) {
        try (PointerScope _ = new PointerScope()) {
            Mat one = new Mat();
            Mat other = new Mat();
            if (PictureReader.read(first, one).trouble().isPresent()
                    || PictureReader.read(second, other).trouble().isPresent())
                return new SameDamage(false, 0, 0, new byte[0]);
            Registration.Found found = Registration.find(one, other);
            int points = found.inliers().size();
            if (!Judgement.isMatched(found)) return new SameDamage(false, points, 0, new byte[0]);
            Alignment alignment = new Alignment(one, other, found.mapping().orElseThrow());
            if (!alignment.isUsable()) return new SameDamage(false, points, 0, new byte[0]);
            Refinement.improve(alignment);
            List<RegionFinder.Spot> spots = RegionFinder.find(Difference.of(alignment));
            spots = spots.subList(0, Math.min(MOST_PLACES, spots.size()));
            return new SameDamage(true, points, spots.size(), drawn(alignment, spots));
        }
    }

    private static byte[] drawn(Alignment alignment, List<RegionFinder.Spot> spots) {
        Mat left = new Mat();
        alignment.averaged(left);
        int width = alignment.width();
        int height = alignment.height();
        Mat canvas =
                new Mat(height, 2 * width + GAP, CV_8UC3, new Scalar(255.0, 255.0, 255.0, 0.0));
        left.copyTo(new Mat(canvas, new Rect(0, 0, width, height)));
        alignment.theirs.copyTo(new Mat(canvas, new Rect(width + GAP, 0, width, height)));
        for (int n = 0; n < spots.size(); n++) {
            mark(canvas, spots.get(n), n + 1, 0);
            mark(canvas, spots.get(n), n + 1, width + GAP);
        }
        return Encoded.png(canvas);
    }

    private static void mark(Mat canvas, RegionFinder.Spot spot, int number, int shift) {
        Scalar amber = new Scalar(0.0, 140.0, 240.0, 0.0);
        Rect frame =
                new Rect(
                        spot.left() + shift,
                        spot.top(),
                        spot.right() - spot.left() + 1,
                        spot.bottom() - spot.top() + 1);
        rectangle(canvas, frame, amber, 2, LINE_AA, 0);
        Point at = new Point(spot.left() + shift, Math.max(22, spot.top() - 6));
        String text = Integer.toString(number);
        putText(canvas, text, at, FONT_HERSHEY_SIMPLEX, 0.8, amber, 2, LINE_AA, false);
    }
}
