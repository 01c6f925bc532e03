package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponents;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers places with evidence into regions; a region needs strong places and some extent. */
final class RegionFinder {
    /** A place belongs to a region from here on, in multiples of the usual error. */
    static final float WEAK = 4.5f;

    /** A region needs places as strong as this. */
    static final float STRONG = 6.5f;

    private static final int FEWEST_STRONG = 6;
    private static final int FEWEST_WEAK = 12;

    /** Fragments nearer than this many work pixels are one region. */
    private static final int NEAR = 17;

    /** A region in the work frame. */
    record Spot(int left, int top, int right, int bottom, int area, double levels, double peak) {}

    private RegionFinder() {}

    /** Returns the regions, the one with most difference in all first. */
    static List<Spot> find(Difference difference) {
        int width = difference.width();
        float[] evidence = difference.evidence();
        if (!isAnyWeak(evidence)) return List.of();
        int[] labels = labels(evidence, width);
        int n = 0;
        for (int label : labels) n = Math.max(n, label);
        Tally[] tallies = new Tally[n + 1];
        float[] smooth = Filters.mean(difference.residual(), width, 3);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 0 || evidence[i] < WEAK) continue;
            if (tallies[labels[i]] == null) tallies[labels[i]] = new Tally();
            tallies[labels[i]].add(i % width, i / width, evidence[i], Math.abs(smooth[i]));
        }
        List<Spot> spots = new ArrayList<>();
        for (Tally tally : tallies)
            if (tally != null && tally.strong >= FEWEST_STRONG && tally.area >= FEWEST_WEAK)
                spots.add(tally.spot());
        spots.sort(Comparator.comparingDouble((Spot s) -> -s.levels() * s.area()));
        return spots;
    }

    private static boolean isAnyWeak(float[] evidence) {
        for (float here : evidence) if (here >= WEAK) return true;
        return false;
    }

    private static int[] labels(float[] evidence, int width) {
        try (PointerScope _ = new PointerScope()) {
            byte[] weak = new byte[evidence.length];
            for (int i = 0; i < weak.length; i++) if (evidence[i] >= WEAK) weak[i] = (byte) 255;
            Mat mask = Pixels.of(weak, weak.length / width, width);
            dilate(mask, mask, getStructuringElement(MORPH_ELLIPSE, new Size(NEAR, NEAR)));
            Mat labels = new Mat();
            connectedComponents(mask, labels, 8, CV_32S);
            int[] out = new int[weak.length];
            try (IntPointer at = new IntPointer(labels.data())) {
                at.get(out);
            }
            return out;
        }
    }

    /** Sums over one region while it is walked. */
    private static final class Tally {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int area;
        private int strong;
        private double levels;
        private double peak;

        void add(int x, int y, float evidence, float level) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
            area++;
            if (evidence >= STRONG) strong++;
            levels += level;
            peak = Math.max(peak, evidence);
        }

        Spot spot() {
            return new Spot(left, top, right, bottom, area, levels / area, peak);
        }
    }
}
