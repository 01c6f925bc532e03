package packwitness.inspect.compare;

import java.util.List;

/** The thresholds between a copy, another photograph and a stranger. */
final class Judgement {
    private static final int FEWEST_INLIERS = 25;
    private static final double LEAST_SHARE = 0.3;
    private static final double LEAST_LIKENESS = 0.8;
    private static final double MOST_CHANGED = 0.3;
    private static final int MOST_REGIONS = 12;

    /** Neighbourhoods of a copy do not move against each other; see {@link Swim}. */
    private static final double MOST_SWIM = 0.12;

    /** Painted damage moves the corners of one place or two, never of so many. */
    private static final int MOST_MOVED = 3;

    private Judgement() {}

    /** Tells whether enough points agree to lay one picture over the other. */
    static boolean isMatched(Registration.Found found) {
        return found.mapping().isPresent() && found.inliers().size() >= FEWEST_INLIERS;
    }

    /** Tells whether enough of the points found in both agree, as those of one exposure do. */
    static boolean isAgreed(Registration.Found found) {
        return found.inliers().size() >= LEAST_SHARE * found.matches();
    }

    static Reason of(
            Registration.Found found,
            Refinement.Outcome refined,
            Difference difference,
            List<RegionFinder.Spot> spots) {
        if (!isAgreed(found) || difference.likeness() < LEAST_LIKENESS)
            return Reason.ANOTHER_PHOTOGRAPH;
        // Too dull to follow: whether it is one exposure or two cannot be told.
        if (refined.followed() < Corners.FEWEST) return Reason.TOO_PLAIN;
        if (refined.swim() > MOST_SWIM || refined.moved() > MOST_MOVED) return Reason.BURST_REFUSED;
        if (spots.size() > MOST_REGIONS || difference.changedPart() > MOST_CHANGED)
            return Reason.TOO_MANY_DIFFERENCES;
        return spots.isEmpty() ? Reason.COPY_UNCHANGED : Reason.COPY_CHANGED;
    }
}
