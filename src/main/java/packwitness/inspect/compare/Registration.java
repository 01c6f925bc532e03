package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_calib3d.USAC_MAGSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the same points in both pictures and the plane mapping from theirs to ours. */
final class Registration {
    /** Points looked for at first, and where these do not suffice. */
    private static final int FEW_FEATURES = 1000;

    private static final int FEATURES = 2500;
    private static final float RATIO = 0.8f;
    private static final double INLIER_PIXELS = 2.0;
    static final int FEWEST_POINTS = 20;
    private static final int FEWEST_MATCHES = 12;

    /** So many agreeing points among the first few leave nothing to be wished for. */
    private static final int PLENTY = 120;

    private static final double MUCH_SMALLER = 1.5;

    /** Fewer points agree at the smaller size, but of fewer. */
    private static final double LEVEL_WORTH = 0.5;

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
        Sight[] sights = new Sight[2];
        Together.run(() -> sights[0] = Sight.of(ours), () -> sights[1] = Sight.of(theirs));
        return find(sights[0], sights[1]);
    }

    /** Finds with few points where that suffices, which is quick, else with many. */
    static Found find(Sight ours, Sight theirs) {
        Found quick = find(ours, theirs, FEW_FEATURES);
        if (quick.inliers().size() >= PLENTY && Judgement.isAgreed(quick)) return quick;
        return levelled(ours, theirs, find(ours, theirs, FEATURES));
    }

    /**
     * Where one is much smaller than the other, most points of the larger one are finer than
     * anything the smaller one shows: then the larger one is looked at in the same size, too.
     */
    private static Found levelled(Sight ours, Sight theirs, Found found) {
        int side = Math.min(ours.side(), theirs.side());
        if (Math.max(ours.side(), theirs.side()) < MUCH_SMALLER * side) return found;
        Found level = find(ours.within(side), theirs.within(side), FEW_FEATURES);
        return level.inliers().size() > found.inliers().size() * LEVEL_WORTH ? level : found;
    }

    private static Found find(Sight ours, Sight theirs, int features) {
        Sight.Points[] points = new Sight.Points[2];
        Together.run(
                () -> points[0] = ours.points(features), () -> points[1] = theirs.points(features));
        return matched(points[0], points[1]);
    }

    private static Found matched(Sight.Points ours, Sight.Points theirs) {
        int points = Math.min(ours.count(), theirs.count());
        if (points < FEWEST_POINTS) return Found.nothing(points, 0);
        Nearest nearest = Nearest.of(theirs.words(), ours.words());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < theirs.count(); i++) {
            int distance = nearest.distance()[i];
            if (distance >= RATIO * nearest.second()[i]) continue;
            int our = nearest.which()[i];
            pairs.add(
                    new Pair(
                            new Matched(
                                    ours.at()[2 * our],
                                    ours.at()[2 * our + 1],
                                    theirs.at()[2 * i],
                                    theirs.at()[2 * i + 1]),
                            distance));
        }
        if (pairs.size() < FEWEST_MATCHES) return Found.nothing(points, pairs.size());
        try (PointerScope _ = new PointerScope()) {
            return fit(pairs, points);
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
