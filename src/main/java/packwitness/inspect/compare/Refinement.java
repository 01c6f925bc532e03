package packwitness.inspect.compare;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.Arrays;
import java.util.Optional;

/** Follows corners from theirs to ours to a few hundredths of a pixel and corrects the mapping. */
final class Refinement {
    private static final int ROUNDS = 2;

    /** A correction below this is not worth another round. */
    private static final double SMALL = 0.4;

    /** Perspective is believed only if it brings corners this much nearer. */
    private static final double WORTH = 0.75;

    /**
     * What the corners said.
     *
     * @param correction carries a work pixel to where ours shows the same
     * @param followed corners that could be followed
     * @param middle distance from the correction below which half of the corners lie, in work
     *     pixels
     * @param swim see {@link Swim}
     * @param moved neighbourhoods that plainly move, each for itself
     */
    record Outcome(PlaneMap correction, int followed, double middle, double swim, int moved) {}

    private Refinement() {}

    /**
     * Corrects the mapping of an alignment, twice if need be; where too few corners can be followed
     * it stays as it is.
     */
    static Outcome improve(Alignment alignment) {
        Outcome last = new Outcome(PlaneMap.same(), 0, 0, 0, 0);
        Optional<Corners> before = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            Corners corners = follow(alignment, before);
            before = Optional.of(corners);
            if (corners.count() < Corners.FEWEST) return last;
            Optional<Outcome> outcome = best(corners, alignment);
            if (outcome.isEmpty()) return last;
            last = outcome.get();
            alignment.correct(last.correction());
            if (reach(last.correction(), alignment) < SMALL) return last;
        }
        return last;
    }

    private static Corners follow(Alignment alignment, Optional<Corners> before) {
        try (PointerScope _ = new PointerScope()) {
            Mat ours = new Mat();
            Mat valid = new Mat();
            Together.run(() -> alignment.grey(ours), () -> alignment.valid(valid));
            Mat theirs = alignment.theirsGrey();
            Tone.between(ours, theirs, Pixels.bytes(valid)).apply(ours, ours);
            return before.isPresent()
                    ? before.get().again(ours, theirs)
                    : Corners.followed(ours, theirs, valid);
        }
    }

    private static Optional<Outcome> best(Corners corners, Alignment alignment) {
        Optional<Outcome> flat =
                corners.flat(alignment.workToOurs()).map(map -> judged(map, corners, alignment));
        Optional<Outcome> bent = corners.bent().map(map -> judged(map, corners, alignment));
        if (flat.isEmpty() || bent.isEmpty()) return flat.or(() -> bent);
        return bent.get().middle() < WORTH * flat.get().middle() ? bent : flat;
    }

    private static Outcome judged(PlaneMap correction, Corners corners, Alignment alignment) {
        int n = corners.count();
        float[] dx = new float[n];
        float[] dy = new float[n];
        double[] miss = new double[n];
        for (int i = 0; i < n; i++) {
            float x = corners.theirs()[2 * i];
            float y = corners.theirs()[2 * i + 1];
            dx[i] = (float) (correction.x(x, y) - corners.ours()[2 * i]);
            dy[i] = (float) (correction.y(x, y) - corners.ours()[2 * i + 1]);
            miss[i] = Math.hypot(dx[i], dy[i]);
        }
        Arrays.sort(miss);
        Swim swim = Swim.of(corners.theirs(), dx, dy, alignment.width(), alignment.height());
        return new Outcome(correction, n, miss[n / 2], swim.most(), swim.moved());
    }

    /** Returns how far the correction moves the corners of the frame, in work pixels. */
    private static double reach(PlaneMap correction, Alignment alignment) {
        double reach = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * (alignment.width() - 1.0);
            double y = (corner >> 1) * (alignment.height() - 1.0);
            reach = Math.max(reach, correction.squaredMiss(new Matched(x, y, x, y)));
        }
        return Math.sqrt(reach);
    }
}
