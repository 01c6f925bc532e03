package packwitness.ui.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Collects the key strokes of a scanner, which types like a keyboard; knows no focus. It keeps two
 * accounts of a line: the characters that arrived, and the keys that were pressed, because an input
 * method or another layout changes the first and not the second. A line ends with Enter, or with
 * silence where it was typed faster than a person types. FX thread only.
 */
final class ScanBuffer {
    private static final long PAUSE = Duration.ofSeconds(3).toNanos();
    private static final long SILENCE = Duration.ofMillis(220).toNanos();
    private static final long SILENCE_AFTER_TAB = Duration.ofMillis(60).toNanos();

    /** A scanner that has sent Enter before will send it again: a stall is no end then. */
    private static final long SILENCE_BEFORE_ENTER = Duration.ofMillis(1_000).toNanos();

    private static final long SECOND_LOOK = Duration.ofMillis(30).toNanos();
    private static final long APART = Duration.ofMillis(300).toNanos();
    private static final long MEAN = Duration.ofMillis(30).toNanos();

    private static final int SHORTEST = 6;
    private static final int LONGEST = 512;
    private static final char GROUP_SEPARATOR = 29;

    private final Predicate<String> understood;
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder pressed = new StringBuilder();
    private int typedBefore;
    private int pressedBefore;
    private int strokes;
    private long first;
    private long last;
    private boolean pressCounted;
    private boolean tab;
    private boolean endsWithEnter;
    private Optional<Long> quietSince = Optional.empty();

    /**
     * Makes an empty buffer.
     *
     * @param understood whether a line is something the desk knows
     */
    ScanBuffer(Predicate<String> understood) {
        this.understood = understood;
    }

    /** Takes one character that arrived; returns the whole scan when it ended one. */
    Optional<String> type(char key, long nanos) {
        if (key == '\r' || key == '\n') return enter(nanos);
        if (!pressCounted) stroke(nanos);
        pressCounted = false;
        tab = key == '\t';
        boolean kept = key >= ' ' && key != 127 || key == GROUP_SEPARATOR;
        if (kept && typed.length() < LONGEST) typed.append(key);
        return Optional.empty();
    }

    /**
     * Takes one key that went down, as the character it has on a US keyboard, or 0.
     *
     * @return the whole scan when the key was Enter
     */
    Optional<String> press(char key, long nanos) {
        if (key == '\r') return enter(nanos);
        stroke(nanos);
        pressCounted = true;
        if (key >= ' ' && pressed.length() < LONGEST) pressed.append(key);
        return Optional.empty();
    }

    /** Takes what an input method made of several keys. */
    void commit(String text) {
        if (typed.length() + text.length() <= LONGEST) typed.append(text);
    }

    /**
     * Looks at the clock; returns the scan that silence ended. Silence counts where it is seen
     * twice, for the keys of a scan may wait behind a busy screen.
     */
    Optional<String> look(long nanos) {
        if (strokes < SHORTEST || !isFast() || nanos - last < patience()) {
            quietSince = Optional.empty();
            return Optional.empty();
        }
        if (quietSince.isEmpty()) {
            quietSince = Optional.of(nanos);
            return Optional.empty();
        }
        return nanos - quietSince.get() < SECOND_LOOK ? Optional.empty() : finished();
    }

    void clear() {
        typed.setLength(0);
        pressed.setLength(0);
        typedBefore = 0;
        pressedBefore = 0;
        strokes = 0;
        pressCounted = false;
        tab = false;
        quietSince = Optional.empty();
    }

    String soFar() {
        return typed.isEmpty() ? pressed.toString() : typed.toString();
    }

    private Optional<String> enter(long nanos) {
        if (strokes > 0 && nanos - last > PAUSE) clear();
        if (strokes >= SHORTEST && isFast()) endsWithEnter = true;
        return finished();
    }

    private void stroke(long nanos) {
        long gap = nanos - last;
        if (strokes > 0 && gap > PAUSE) clear();
        if (strokes > 0 && gap > APART) {
            if (strokes >= SHORTEST && isFast()) {
                // The radio or the screen was busy: that says nothing of how fast it types.
                first += gap;
            } else {
                // Somebody touched the keyboard before the scanner spoke.
                typedBefore = typed.length();
                pressedBefore = pressed.length();
                strokes = 0;
            }
        }
        if (strokes == 0) first = nanos;
        strokes++;
        last = nanos;
        quietSince = Optional.empty();
    }

    /** Returns whether the newest strokes follow each other as only a machine's do. */
    private boolean isFast() {
        return strokes > 1 && (last - first) / (strokes - 1) <= MEAN;
    }

    private long patience() {
        if (tab) return SILENCE_AFTER_TAB;
        return endsWithEnter ? SILENCE_BEFORE_ENTER : SILENCE;
    }

    private Optional<String> finished() {
        boolean burst = strokes >= SHORTEST && isFast();
        String arrived = typed.substring(burst ? typedBefore : 0).strip();
        String meant = pressed.substring(burst ? pressedBefore : 0).strip();
        clear();
        String scan = better(arrived, meant);
        return scan.isEmpty() ? Optional.empty() : Optional.of(scan);
    }

    private String better(String arrived, String meant) {
        return better(arrived, meant, understood);
    }

    /**
     * What arrived counts, unless characters were swallowed on the way or only the keys make sense.
     */
    static String better(String arrived, String meant, Predicate<String> understood) {
        boolean swallowed = meant.length() > arrived.length();
        if (swallowed && (arrived.isEmpty() || understood.test(meant))) return meant;
        if (understood.test(arrived)) return arrived;
        return meant.length() >= SHORTEST && understood.test(meant) ? meant : arrived;
    }
}
