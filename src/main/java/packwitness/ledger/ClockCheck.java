package packwitness.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * C13: did the device clock jump? Rows are written in their order, so a row whose clock is before
 * that of the row before tells that the clock was set back. One thread.
 */
final class ClockCheck {
    /** Network time corrects an ordinary clock by less than this at a time. */
    private static final Duration USUAL = Duration.ofSeconds(2);

    private final Findings findings;
    private final String source;
    private Instant before = Instant.MIN;
    private long rows;
    private long jumps;

    ClockCheck(Findings findings, String source) {
        this.findings = findings;
        this.source = source;
    }

    void see(Entry row) {
        rows++;
        if (row.at().isBefore(before.equals(Instant.MIN) ? row.at() : before.minus(USUAL))) {
            jumps++;
            findings.undecided(
                    "C13",
                    source + " row " + row.seq(),
                    "clock.back",
                    Duration.between(row.at(), before).toSeconds());
        }
        before = row.at();
    }

    void finish() {
        if (rows > 1 && jumps == 0) findings.passed("C13", source, "clock.forward", rows);
    }
}
