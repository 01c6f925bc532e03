package packwitness.scan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a scanner that says the same code again by itself from a packer who scans it again. Time is
 * passed in as nanoseconds of a monotonic clock. One thread at a time.
 */
public final class Bounce {
    /** What a code is that arrives now. */
    public enum Verdict {
        /** Not heard before, or so long ago that it is forgotten. */
        FIRST,
        /** The scanner said it again: nothing is to be done. */
        BOUNCE,
        /** Heard before and meant again. */
        AGAIN
    }

    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration CROSSED = Duration.ofMillis(700);
    private static final int REMEMBERED = 256;

    private final long window;
    private final long crossed;
    private final Map<String, Long> heard = new LinkedHashMap<>();
    private String last = "";

    /** Returns the usual one: 2 s, or 0.7 s where another code came between. */
    public static Bounce usual() {
        return new Bounce(WINDOW, CROSSED);
    }

    /**
     * Makes one with other times.
     *
     * @param window the same code within this time of the last one is bounce
     * @param crossed the same where another code came between, as with two scanners at one table;
     *     shorter, because a packer may well scan one label, another, and the first again
     */
    public Bounce(Duration window, Duration crossed) {
        if (window.isNegative() || crossed.compareTo(window) > 0)
            throw new IllegalArgumentException("bounce of " + window + " and " + crossed);
        this.window = window.toNanos();
        this.crossed = crossed.toNanos();
    }

    /**
     * Judges a code. A bounce counts from the last time it was heard, so that a label left under a
     * scanner that reads on and on stays one scan.
     */
    public Verdict hear(String code, long nanos) {
        Long before = heard.remove(code);
        long limit = code.equals(last) ? window : crossed;
        heard.put(code, nanos);
        if (heard.size() > REMEMBERED) heard.remove(heard.keySet().iterator().next());
        if (before == null) {
            last = code;
            return Verdict.FIRST;
        }
        if (nanos - before < limit) return Verdict.BOUNCE;
        last = code;
        return Verdict.AGAIN;
    }

    /** Forgets a code: the next time it is meant, however soon. */
    public void forget(String code) {
        heard.remove(code);
    }
}
