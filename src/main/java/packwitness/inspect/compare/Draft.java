package packwitness.inspect.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers one comparison while it is made, and carries work pixels to those of the whole files. */
final class Draft {
    private static final int MOST_POINTS_TOLD = 200;
    private static final double PARTLY = 0.7;
    private static final double STRONG_TONE = 4;
    private static final double STRONG_COMPRESSION = 2.5;

    private final Optional<PictureSize> ours;
    private final Optional<PictureSize> theirs;
    private final Set<Limit> limits;
    private PlaneMap oursToWhole = PlaneMap.same();
    private PlaneMap theirsToWhole = PlaneMap.same();
    private List<Matched> matched = List.of();
    private int matches;
    private int inliers;
    private double residual;
    private double likeness;
    private double overlap;
    private Optional<Homography> homography = Optional.empty();

    Draft(Optional<PictureSize> ours, Optional<PictureSize> theirs, Set<Limit> limits) {
        this.ours = ours;
        this.theirs = theirs;
        this.limits = limits;
    }

    /** Notes the points; the widths and heights are those of the pictures they were found in. */
    void found(Registration.Found found, PictureSize ourRead, PictureSize theirRead) {
        oursToWhole = whole(ours, ourRead);
        theirsToWhole = whole(theirs, theirRead);
        matches = found.matches();
        inliers = found.inliers().size();
        residual = found.residual() * oursToWhole.scaleAt(0, 0);
        List<Matched> told = new ArrayList<>();
        for (Matched at : found.inliers().subList(0, Math.min(MOST_POINTS_TOLD, inliers)))
            told.add(
                    new Matched(
                            oursToWhole.x(at.oursX(), at.oursY()),
                            oursToWhole.y(at.oursX(), at.oursY()),
                            theirsToWhole.x(at.theirsX(), at.theirsY()),
                            theirsToWhole.y(at.theirsX(), at.theirsY())));
        matched = told;
        found.mapping().ifPresent(this::publish);
    }

    void measured(Alignment alignment, Difference difference, PictureSize ourRead) {
        likeness = Math.max(0, difference.likeness());
        double each = alignment.oursPerWork();
        double area = (double) ourRead.width() * ourRead.height();
        overlap = Math.min(1, difference.compared() * each * each / area);
        alignment.workToTheirs.back().map(alignment.workToOurs()::after).ifPresent(this::publish);
        if (each * oursToWhole.scaleAt(0, 0) > 2) limits.add(Limit.LOW_RESOLUTION);
        if (overlap < PARTLY) limits.add(Limit.PARTLY_SHOWN);
        if (difference.tone() > STRONG_TONE) limits.add(Limit.TONE_CHANGED);
        if (difference.usual() > STRONG_COMPRESSION) limits.add(Limit.STRONG_COMPRESSION);
    }

    Comparison refused(Reason why) {
        return outcome(why, List.of());
    }

    Comparison finished(Reason why, List<RegionFinder.Spot> spots, Alignment alignment) {
        if (why != Reason.COPY_CHANGED) return outcome(why, List.of());
        List<Region> regions = new ArrayList<>();
        PlaneMap workToOurs = oursToWhole.after(alignment.workToOurs());
        PlaneMap workToTheirs = theirsToWhole.after(alignment.workToTheirs);
        for (RegionFinder.Spot spot : spots) {
            double middleX = (spot.left() + spot.right()) / 2.0;
            double middleY = (spot.top() + spot.bottom()) / 2.0;
            double each = workToOurs.scaleAt(middleX, middleY);
            regions.add(
                    new Region(
                            regions.size() + 1,
                            box(spot, workToOurs, ours.orElseThrow()),
                            box(spot, workToTheirs, theirs.orElseThrow()),
                            Math.max(1, Math.round(spot.area() * each * each)),
                            Math.round(spot.levels() * 10) / 10.0));
        }
        return outcome(why, regions);
    }

    private Comparison outcome(Reason why, List<Region> regions) {
        boolean copy = why == Reason.COPY_CHANGED || why == Reason.COPY_UNCHANGED;
        boolean sideBySide =
                why == Reason.ANOTHER_PHOTOGRAPH
                        || why == Reason.BURST_REFUSED
                        || why == Reason.TOO_MANY_DIFFERENCES;
        return new Comparison(
                copy,
                why == Reason.COPY_CHANGED,
                sideBySide,
                List.of(why),
                List.copyOf(limits.isEmpty() ? limits : EnumSet.copyOf(limits)),
                regions,
                matched,
                matches,
                inliers,
                residual,
                likeness,
                overlap,
                homography,
                ours,
                theirs);
    }

    private void publish(PlaneMap theirsToOurs) {
        theirsToWhole
                .back()
                .map(back -> oursToWhole.after(theirsToOurs).after(back).published())
                .ifPresent(map -> homography = Optional.of(map));
    }

    private static PlaneMap whole(Optional<PictureSize> size, PictureSize read) {
        return size.map(whole ->
                        PlaneMap.resized(
                                read.width(), read.height(), whole.width(), whole.height()))
                .orElse(PlaneMap.same());
    }

    private static Box box(RegionFinder.Spot spot, PlaneMap map, PictureSize within) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) == 0 ? spot.left() - 0.5 : spot.right() + 0.5;
            double y = (corner >> 1) == 0 ? spot.top() - 0.5 : spot.bottom() + 0.5;
            left = Math.min(left, map.x(x, y));
            right = Math.max(right, map.x(x, y));
            top = Math.min(top, map.y(x, y));
            bottom = Math.max(bottom, map.y(x, y));
        }
        int x = (int) Math.max(0, Math.min(within.width() - 1, Math.floor(left)));
        int y = (int) Math.max(0, Math.min(within.height() - 1, Math.floor(top)));
        int x2 = (int) Math.max(x + 1, Math.min(within.width(), Math.ceil(right)));
        int y2 = (int) Math.max(y + 1, Math.min(within.height(), Math.ceil(bottom)));
        return new Box(x, y, x2 - x, y2 - y);
    }
}
