package packwitness.shop;

import java.time.Duration;

/** A deadline that is now so near that the owner should be told once. */
public record Reminder(DueClaim claim, Due due, Stage stage) {
    /** How near a deadline is, the farthest first; each deadline has one reminder a stage. */
    public enum Stage {
        MONTH(true, Duration.ofDays(30)),
        WEEK(true, Duration.ofDays(7)),
        LAST_DAY(true, Duration.ofDays(1)),
        DAY(false, Duration.ofHours(24)),
        SIX_HOURS(false, DueClaim.RED),
        HOUR(false, Duration.ofHours(1));

        private final boolean law;
        private final Duration before;

        Stage(boolean law, Duration before) {
            this.law = law;
            this.before = before;
        }

        /** Returns how long before the deadline the stage begins. */
        public Duration before() {
            return before;
        }

        boolean speaksOf(Due due) {
            return law == (due.kind() == Due.Kind.LAW);
        }
    }
}
