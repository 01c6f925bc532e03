package packwitness.ledger;

import java.util.concurrent.TimeUnit;

/**
 * C13: did the device clock jump? Rows are written in their order, so a row whose clock is before
 * that of the row before tells that the clock was set back. One thread.
 */
final class ClockCheck {
    /** Network time corrects an ordinary clock by less than this at a time. */
    private static final long USUAL_MILLIS = 2_000;

    private final Findings findings;
    private final String source;
    private long before = Long.MIN_VALUE;
    private long rows;
    private long jumps;

    ClockCheck(Findings findings, String source) {
        this.findings = findings;
        this.source = source;
    }

    void see(long seq, long claimed) {
        long at = Math.clamp(claimed, -BracketCheck.FARTHEST, BracketCheck.FARTHEST);
        rows++;
        if (before != Long.MIN_VALUE && at < before - USUAL_MILLIS) {
            jumps++;
            findings.undecided(
                    "C13",
                    source + " row " + seq,
                    "clock.back",
                    TimeUnit.MILLISECONDS.toSeconds(before - at));
        }
        before = at;
    }

    void finish() {
        if (rows > 1 && jumps == 0) findings.passed("C13", source, "clock.forward", rows);
    }
}
