package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_calib3d.USAC_MAGSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.NORM_HAMMING;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.DMatch;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.ORB;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the same points in both pictures and the plane mapping from theirs to ours. */
final class Registration {
    private static final int FEATURE_SIDE = 1024;

    /** Points looked for at first, and where these do not suffice. */
    private static final int FEW_FEATURES = 1000;

    private static final int FEATURES = 2500;
    private static final float RATIO = 0.8f;
    private static final double INLIER_PIXELS = 2.0;
    static final int FEWEST_POINTS = 20;
    private static final int FEWEST_MATCHES = 12;

    /** So many agreeing points among the first few leave nothing to be wished for. */
    private static final int PLENTY = 120;

    /** A pair of points and how unlike their surroundings are. */
    private record Pair(Matched at, float distance) {}

    /** What was found; {@code mapping} is empty where the pictures have too little in common. */
    record Found(
            int points,
            int matches,
            List<Matched> inliers,
            double residual,
            Optional<PlaneMap> mapping) {
        static Found nothing(int points, int matches) {
            return new Found(points, matches, List.of(), 0, Optional.empty());
        }

        /** Returns the same, seen from their picture before it was mirrored. */
        Found mirrored(int theirWidth) {
            List<Matched> points = new ArrayList<>();
            for (Matched at : inliers)
                points.add(
                        new Matched(
                                at.oursX(),
                                at.oursY(),
                                theirWidth - 1 - at.theirsX(),
                                at.theirsY()));
            return new Found(
                    this.points,
                    matches,
                    points,
                    residual,
                    mapping.map(map -> map.after(PlaneMap.mirror(theirWidth))));
        }
    }

    private Registration() {}

    /** Points of one picture with their descriptions; {@code scale} is that of its pixels. */
    private record Described(KeyPointVector points, Mat words, double scale) {}

    /** Finds with few points where that suffices, which is quick, else with many. */
    static Found find(Mat ours, Mat theirs) {
        try (PointerScope _ = new PointerScope()) {
            Mat our = grey(ours);
            Mat their = grey(theirs);
            double ourScale = (double) our.cols() / ours.cols();
            double theirScale = (double) their.cols() / theirs.cols();
            Found quick = find(our, ourScale, their, theirScale, FEW_FEATURES);
            if (quick.inliers().size() >= PLENTY) return quick;
            return find(our, ourScale, their, theirScale, FEATURES);
        }
    }

    private static Found find(
            Mat our, double ourScale, Mat their, double theirScale, int features) {
        Described ours = new Described(new KeyPointVector(), new Mat(), ourScale);
        Described theirs = new Described(new KeyPointVector(), new Mat(), theirScale);
        Together.run(() -> describe(our, features, ours), () -> describe(their, features, theirs));
        return matched(ours, theirs);
    }

    private static Found matched(Described ours, Described theirs) {
        int points = (int) Math.min(ours.points().size(), theirs.points().size());
        if (points < FEWEST_POINTS) return Found.nothing(points, 0);
        DMatchVectorVector nearest = new DMatchVectorVector();
        new BFMatcher(NORM_HAMMING, false)
                .knnMatch(theirs.words(), ours.words(), nearest, 2, new Mat(), false);
        List<Pair> pairs = new ArrayList<>();
        for (long i = 0; i < nearest.size(); i++) {
            DMatchVector two = nearest.get(i);
            if (two.size() < 2) continue;
            DMatch best = two.get(0);
            if (best.distance() >= RATIO * two.get(1).distance()) continue;
            Point2f their = theirs.points().get(best.queryIdx()).pt();
            Point2f our = ours.points().get(best.trainIdx()).pt();
            pairs.add(
                    new Pair(
                            new Matched(
                                    (our.x() + 0.5) / ours.scale() - 0.5,
                                    (our.y() + 0.5) / ours.scale() - 0.5,
                                    (their.x() + 0.5) / theirs.scale() - 0.5,
                                    (their.y() + 0.5) / theirs.scale() - 0.5),
                            best.distance()));
        }
        if (pairs.size() < FEWEST_MATCHES) return Found.nothing(points, pairs.size());
        return fit(pairs, points);
    }

    private static Mat grey(Mat picture) {
        Mat small = new Mat();
        Sizes.shrinkTo(picture, FEATURE_SIDE, small);
        Mat grey = new Mat();
        cvtColor(small, grey, COLOR_BGR2GRAY);
        return grey;
    }

    private static void describe(Mat grey, int features, Described to) {
        try (PointerScope _ = new PointerScope()) {
            ORB.create(features, 1.2f, 8, 15, 0, 2, ORB.HARRIS_SCORE, 31, 10)
                    .detectAndCompute(grey, new Mat(), to.points(), to.words());
        }
    }

    private static Found fit(List<Pair> pairs, int points) {
        Mat from = new Mat(pairs.size(), 1, CV_32FC2);
        Mat to = new Mat(pairs.size(), 1, CV_32FC2);
        FloatIndexer fromAt = from.createIndexer();
        FloatIndexer toAt = to.createIndexer();
        for (int i = 0; i < pairs.size(); i++) {
            Matched at = pairs.get(i).at();
            fromAt.put(i, 0, 0, (float) at.theirsX());
            fromAt.put(i, 0, 1, (float) at.theirsY());
            toAt.put(i, 0, 0, (float) at.oursX());
            toAt.put(i, 0, 1, (float) at.oursY());
        }
        Mat agree = new Mat();
        Mat matrix = findHomography(from, to, agree, USAC_MAGSAC, INLIER_PIXELS);
        Optional<PlaneMap> mapping = PlaneMap.of(matrix);
        if (mapping.isEmpty()) return Found.nothing(points, pairs.size());
        byte[] kept = Pixels.bytes(agree);
        List<Pair> inliers = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (kept[i] == 0) continue;
            inliers.add(pairs.get(i));
            squares += mapping.get().squaredMiss(pairs.get(i).at());
        }
        inliers.sort(Comparator.comparingDouble(Pair::distance));
        return new Found(
                points,
                pairs.size(),
                inliers.stream().map(Pair::at).toList(),
                Math.sqrt(squares / Math.max(1, inliers.size())),
                mapping);
    }
}
