package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.Arrays;
import java.util.Optional;

/**
 * How one comparison agrees with the truth.
 *
 * @param found regions on the painted damage
 * @param beside regions away from it
 * @param levels change that the damage still makes in the received picture: three quarters of its
 *     places change less than this, in grey levels
 */
public record Score(int found, int beside, double levels) {
    private static final double VISIBLE = 12;
    private static final int NEAR = 9;

    /** Tells whether the damage is plain enough that it should be found. */
    public boolean isVisible() {
        return levels >= VISIBLE;
    }

    static Score of(SyntheticPairs.Pair pair, Comparison comparison) {
        if (pair.mask().isEmpty() || !comparison.copy())
            return new Score(0, comparison.regions().size(), 0);
        try (PointerScope _ = new PointerScope()) {
            Mat mask = imdecode(Pixels.encoded(pair.mask().get()), IMREAD_GRAYSCALE);
            double levels = levels(pair, comparison, mask);
            dilate(mask, mask, getStructuringElement(MORPH_ELLIPSE, new Size(NEAR, NEAR)));
            byte[] where = Pixels.bytes(mask);
            int painted = 0;
            for (byte b : where) if (b != 0) painted++;
            int found = 0;
            int beside = 0;
            for (Region region : comparison.regions()) {
                int inside = inside(where, mask.cols(), region.ours());
                if (inside >= Math.max(8, painted / 25)) found++;
                if (inside == 0) beside++;
            }
            return new Score(found, beside, levels);
        }
    }

    private static int inside(byte[] where, int width, Box box) {
        int n = 0;
        for (int y = box.y(); y < box.y() + box.height(); y++)
            for (int x = box.x(); x < box.x() + box.width(); x++)
                if (where[y * width + x] != 0) n++;
        return n;
    }

    private static double levels(SyntheticPairs.Pair pair, Comparison comparison, Mat mask) {
        Mat ours = new Mat();
        Mat theirs = new Mat();
        PictureReader.read(pair.ours(), ours);
        PictureReader.read(pair.theirs(), theirs);
        Optional<PlaneMap> map = comparison.homography().flatMap(PlaneMap::of);
        if (map.isEmpty()) return 0;
        Alignment alignment = new Alignment(ours, theirs, map.get());
        Mat rendered = new Mat();
        Mat valid = new Mat();
        alignment.averaged(rendered);
        alignment.valid(valid);
        byte[] inside = Pixels.bytes(valid);
        Tone.between(rendered, alignment.theirs, inside).apply(rendered, rendered);
        float[] before = Luma.of(Pixels.bytes(rendered));
        float[] after = Luma.of(Pixels.bytes(alignment.theirs));
        Mat fitted = new Mat();
        resize(mask, fitted, new Size(ours.cols(), ours.rows()), 0, 0, INTER_AREA);
        Mat there = new Mat();
        new Alignment(fitted, theirs, map.get()).averaged(there);
        byte[] painted = Pixels.bytes(there);
        float[] change = new float[painted.length];
        int n = 0;
        for (int i = 0; i < painted.length; i++)
            if ((painted[i] & 0xff) > 100 && inside[i] != 0)
                change[n++] = Math.abs(after[i] - before[i]);
        if (n < 10) return 0;
        Arrays.sort(change, 0, n);
        return change[n * 3 / 4];
    }
}
