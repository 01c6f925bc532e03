package packwitness.ui.claims;

import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.law.ForumResult;
import packwitness.law.Line;
import packwitness.law.Qualification;
import packwitness.value.Fen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sums of a buyer's claims as they grew, and the lines of the law above them.
 *
 * @param confirmed this claim with those that the owner holds for the same person's
 * @param counted what of it the law counts
 * @param lines of the decisive place: those reached and the next one
 */
record SumLines(
        List<Point> confirmed, List<Point> counted, Optional<ForumResult> place, List<Line> lines) {
    /** A sum from the day on. */
    record Point(LocalDate day, Fen sum) {}

    static SumLines of(RefundClaim claim, Standing standing) {
        List<RefundClaim> all = new ArrayList<>(List.of(claim));
        standing.links().stream()
                .filter(link -> link.said().orElse(false))
                .map(BuyerLink::other)
                .forEach(all::add);
        all.sort(Comparator.comparing(RefundClaim::filedOn));
        List<Point> confirmed = new ArrayList<>();
        Fen sum = Fen.ZERO;
        for (RefundClaim one : all) {
            sum = sum.plus(one.amount());
            confirmed.add(new Point(one.filedOn(), sum));
        }
        Fen most = sum;
        Optional<ForumResult> place = standing.law().forums().stream().findFirst();
        return new SumLines(
                confirmed,
                counted(all, sum, standing.law()),
                place,
                place.map(forum -> near(forum.lines(), most)).orElse(List.of()));
    }

    /** Where one person is not shown, only the largest single claim counts, not their sum. */
    private static List<Point> counted(List<RefundClaim> all, Fen confirmed, Qualification law) {
        Fen end = law.cumulativeObtained().plus(law.cumulativeAttempted());
        boolean added = end.compareTo(confirmed) >= 0;
        List<Point> counted = new ArrayList<>();
        Fen now = Fen.ZERO;
        for (RefundClaim one : all) {
            Fen next = added ? now.plus(one.amount()) : larger(now, one.amount());
            now = next.compareTo(end) > 0 ? end : next;
            counted.add(new Point(one.filedOn(), now));
        }
        counted.set(counted.size() - 1, new Point(counted.getLast().day(), end));
        return counted;
    }

    private static Fen larger(Fen one, Fen other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static List<Line> near(List<Line> lines, Fen sum) {
        List<Line> near = new ArrayList<>();
        for (Line line : lines) {
            if (line.from().amount() <= 0) continue;
            near.add(line);
            if (line.from().compareTo(sum) > 0) break;
        }
        return near;
    }

    /** Returns the last sum of a row of points. */
    static Fen last(List<Point> points) {
        return points.isEmpty() ? Fen.ZERO : points.getLast().sum();
    }
}
