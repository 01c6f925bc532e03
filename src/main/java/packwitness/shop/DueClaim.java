package packwitness.shop;

import packwitness.claim.RefundClaim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An open claim with all its deadlines.
 *
 * @param dues in the order of time
 */
public record DueClaim(RefundClaim claim, List<Due> dues) {
    /** Less time than this is shown in red. */
    public static final Duration RED = Duration.ofHours(6);

    public DueClaim {
        dues = dues.stream().sorted(Comparator.comparing(Due::at)).toList();
    }

    /** Returns the deadline that comes next, nothing where all have passed. */
    public Optional<Due> next(Instant now) {
        return dues.stream().filter(due -> due.at().isAfter(now)).findFirst();
    }

    /** Returns the platform's deadline, noted or by its rule. */
    public Optional<Due> platform() {
        return dues.stream().filter(due -> due.kind() != Due.Kind.LAW).findFirst();
    }

    /** Returns whether anything ends within less than six hours, at the platform or by the law. */
    public boolean red(Instant now) {
        return next(now)
                .filter(due -> Duration.between(now, due.at()).compareTo(RED) < 0)
                .isPresent();
    }

    /**
     * Orders by what is lost first: red ones by time; others by the time left for each yuan asked
     * for; then those whose platform no longer listens.
     */
    static Comparator<DueClaim> byLoss(Instant now) {
        return Comparator.comparingInt((DueClaim due) -> due.group(now))
                .thenComparingDouble(due -> due.weight(now))
                .thenComparing(due -> due.claim().id().value());
    }

    private int group(Instant now) {
        if (red(now)) return 0;
        boolean heard = platform().filter(due -> due.at().isAfter(now)).isPresent();
        return heard ? 1 : 2;
    }

    private double weight(Instant now) {
        Optional<Due> due =
                red(now)
                        ? next(now)
                        : platform().filter(one -> one.at().isAfter(now)).or(() -> next(now));
        if (due.isEmpty()) return Double.MAX_VALUE;
        double seconds = Duration.between(now, due.get().at()).toSeconds();
        return red(now) ? seconds : seconds / Math.max(1, claim.amount().amount());
    }
}
