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
    private static final int FEATURES = 2500;
    private static final float RATIO = 0.8f;
    private static final double INLIER_PIXELS = 2.0;
    static final int FEWEST_POINTS = 20;
    private static final int FEWEST_MATCHES = 12;

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

    static Found find(Mat ours, Mat theirs) {
        try (PointerScope _ = new PointerScope()) {
            KeyPointVector ourPoints = new KeyPointVector();
            KeyPointVector theirPoints = new KeyPointVector();
            Mat ourWords = new Mat();
            Mat theirWords = new Mat();
            double ourScale = describe(ours, ourPoints, ourWords);
            double theirScale = describe(theirs, theirPoints, theirWords);
            int points = (int) Math.min(ourPoints.size(), theirPoints.size());
            if (points < FEWEST_POINTS) return Found.nothing(points, 0);
            DMatchVectorVector nearest = new DMatchVectorVector();
            new BFMatcher(NORM_HAMMING, false)
                    .knnMatch(theirWords, ourWords, nearest, 2, new Mat(), false);
            List<Pair> pairs = new ArrayList<>();
            for (long i = 0; i < nearest.size(); i++) {
                DMatchVector two = nearest.get(i);
                if (two.size() < 2) continue;
                DMatch best = two.get(0);
                if (best.distance() >= RATIO * two.get(1).distance()) continue;
                Point2f their = theirPoints.get(best.queryIdx()).pt();
                Point2f our = ourPoints.get(best.trainIdx()).pt();
                pairs.add(
                        new Pair(
                                new Matched(
                                        (our.x() + 0.5) / ourScale - 0.5,
                                        (our.y() + 0.5) / ourScale - 0.5,
                                        (their.x() + 0.5) / theirScale - 0.5,
                                        (their.y() + 0.5) / theirScale - 0.5),
                                best.distance()));
            }
            if (pairs.size() < FEWEST_MATCHES) return Found.nothing(points, pairs.size());
            return fit(pairs, points);
        }
    }

    private static double describe(Mat picture, KeyPointVector points, Mat words) {
        try (PointerScope _ = new PointerScope()) {
            Mat grey = new Mat();
            cvtColor(picture, grey, COLOR_BGR2GRAY);
            Mat small = new Mat();
            Sizes.shrinkTo(grey, FEATURE_SIDE, small);
            ORB.create(FEATURES, 1.2f, 8, 15, 0, 2, ORB.HARRIS_SCORE, 31, 10)
                    .detectAndCompute(small, new Mat(), points, words);
            return (double) small.cols() / picture.cols();
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
