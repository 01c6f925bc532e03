package packwitness.ui.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Where only known codes count; nobody types them at sixteen strokes a second. */
    private static final long BURST = Duration.ofMillis(60).toNanos();

    private static final int SHORTEST = 6;
    private static final int LONGEST = 512;
    private static final char GROUP_SEPARATOR = 29;

    private final Predicate<String> understood;
    private final boolean onlyBursts;
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder pressed = new StringBuilder();
    private int typedBefore;
    private int pressedBefore;
    private int strokes;
    private final List<Pause> pauses = new ArrayList<>();
    private long first;
    private long last;
    private boolean pressCounted;
    private boolean tab;
    private boolean endsWithEnter;
    private Optional<Long> quietSince = Optional.empty();

    /** Where a person may have stopped and the scanner begun: what stood there, and when. */
    private record Pause(int typed, int pressed, int strokes, long next) {}

    /**
     * Makes an empty buffer.
     *
     * @param understood whether a line is something the desk knows
     */
    ScanBuffer(Predicate<String> understood) {
        this(understood, false);
    }

    private ScanBuffer(Predicate<String> understood, boolean onlyBursts) {
        this.understood = understood;
        this.onlyBursts = onlyBursts;
    }

    /** Makes a buffer that hears nothing but a scanner, whatever a person types before it. */
    static ScanBuffer ofBursts(Predicate<String> understood) {
        return new ScanBuffer(understood, true);
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
        pauses.clear();
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
                pauses.clear();
                strokes = 0;
            }
        } else if (strokes > 0 && gap > MEAN)
            pauses.add(new Pause(typed.length(), pressed.length(), strokes, nanos));
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
        if (onlyBursts) return heard();
        boolean burst = strokes >= SHORTEST && isFast();
        String arrived = typed.substring(burst ? typedBefore : 0).strip();
        String meant = pressed.substring(burst ? pressedBefore : 0).strip();
        clear();
        String scan = better(arrived, meant);
        return scan.isEmpty() ? Optional.empty() : Optional.of(scan);
    }

    /** Looks for a scan at the end of what a person was typing, the longest first. */
    private Optional<String> heard() {
        pauses.addFirst(new Pause(typedBefore, pressedBefore, 0, first));
        for (Pause pause : pauses) {
            int since = strokes - pause.strokes();
            if (since < SHORTEST || (last - pause.next()) / (since - 1) > BURST) continue;
            String scan =
                    better(
                            typed.substring(pause.typed()).strip(),
                            pressed.substring(pause.pressed()).strip());
            if (!understood.test(scan)) continue;
            clear();
            return Optional.of(scan);
        }
        clear();
        return Optional.empty();
    }

    /**
     * What arrived counts, unless characters were swallowed on the way or only the keys make sense.
     */
    private String better(String arrived, String meant) {
        boolean swallowed = meant.length() > arrived.length();
        if (swallowed && (arrived.isEmpty() || understood.test(meant))) return meant;
        if (understood.test(arrived)) return arrived;
        return meant.length() >= SHORTEST && understood.test(meant) ? meant : arrived;
    }
}
