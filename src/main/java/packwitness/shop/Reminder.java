package packwitness.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A deadline that is now so near, or went by unseen, that the owner should be told once. */
public record Reminder(DueClaim claim, Due due, Stage stage) {
    /** Returns whether less than six hours are left. */
    boolean red(Instant now) {
        return Duration.between(now, due.at()).compareTo(DueClaim.RED) < 0;
    }

    /** Returns the seconds left, for each fen of the claim where there is time to weigh. */
    double weight(Instant now) {
        double seconds = Duration.between(now, due.at()).toSeconds();
        return red(now) ? seconds : seconds / Math.max(1, claim.claim().amount().amount());
    }

    /** How near a deadline is, the farthest first; each deadline has one reminder a stage. */
    public enum Stage {
        MONTH(Optional.of(true), Duration.ofDays(30)),
        WEEK(Optional.of(true), Duration.ofDays(7)),
        LAST_DAY(Optional.of(true), Duration.ofDays(1)),
        DAY(Optional.of(false), Duration.ofHours(24)),
        SIX_HOURS(Optional.of(false), DueClaim.RED),
        HOUR(Optional.of(false), Duration.ofHours(1)),
        /** It went by while the program was closed, and nothing was said before. */
        PASSED(Optional.empty(), Duration.ZERO);

        private final Optional<Boolean> law;
        private final Duration before;

        Stage(Optional<Boolean> law, Duration before) {
            this.law = law;
            this.before = before;
        }

        /** Returns how long before the deadline the stage begins. */
        public Duration before() {
            return before;
        }

        /** Returns whether at most six hours are left when it begins. */
        public boolean isRed() {
            return before.compareTo(DueClaim.RED) <= 0;
        }

        boolean speaksOf(Due due) {
            return law.map(legal -> legal == (due.kind() == Due.Kind.LAW)).orElse(true);
        }
    }
}
