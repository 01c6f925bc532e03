package packwitness.ui.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hears a scan behind what a person was typing. When a line ends, its last strokes are a scan where
 * they read as a code and most of them followed each other faster than anybody types: the middle
 * gap counts, so that neither a screen that was busy for a moment nor keys that waited behind it
 * decide. Where the code begins its own form says, and only for a number that any carrier may use
 * the pause before it. FX thread only.
 */
final class BurstEar {
    private static final long FORGOTTEN = Duration.ofSeconds(3).toNanos();

    /** Nobody types a whole code at sixteen strokes a second. */
    private static final long BURST = Duration.ofMillis(60).toNanos();

    private static final long PAUSE = Duration.ofMillis(30).toNanos();
    private static final int SHORTEST = 6;
    private static final int LONGEST = 512;

    /** A key that went down, how long after the one before, and what stood there before it. */
    private record Stroke(long gap, int typed, int pressed) {}

    private final Predicate<String> understood;
    private final Predicate<String> unmistakable;
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder pressed = new StringBuilder();
    private final List<Stroke> strokes = new ArrayList<>();
    private long last;
    private boolean pressCounted;

    /**
     * Makes an ear that has heard nothing.
     *
     * @param understood whether a line is something the desk knows
     * @param unmistakable whether its form alone says so
     */
    BurstEar(Predicate<String> understood, Predicate<String> unmistakable) {
        this.understood = understood;
        this.unmistakable = unmistakable;
    }

    /** Takes one character that arrived. */
    void type(char key, long nanos) {
        if (!pressCounted) stroke(nanos);
        pressCounted = false;
        if (key >= ' ' && key != 127) typed.append(key);
    }

    /** Takes one key that went down, as the character it has on a US keyboard, or 0. */
    void press(char key, long nanos) {
        stroke(nanos);
        pressCounted = true;
        if (key >= ' ') pressed.append(key);
    }

    /** Ends the line; returns the scan at its end. */
    Optional<String> end(long nanos) {
        if (nanos - last > FORGOTTEN) clear();
        Optional<String> scan =
                scan(unmistakable, 0, false).or(() -> scan(understood, begun(), true));
        clear();
        return scan;
    }

    void clear() {
        typed.setLength(0);
        pressed.setLength(0);
        strokes.clear();
        pressCounted = false;
    }

    private void stroke(long nanos) {
        if (strokes.size() >= LONGEST || !strokes.isEmpty() && nanos - last > FORGOTTEN) clear();
        strokes.add(new Stroke(nanos - last, typed.length(), pressed.length()));
        last = nanos;
    }

    /** Returns the last stroke that came as slowly as the one before it, as a person's do. */
    private int begun() {
        for (int i = strokes.size() - 1; i > 0; i--)
            if (isSlow(i) && (i == 1 || isSlow(i - 1))) return i;
        return 0;
    }

    private boolean isSlow(int stroke) {
        return strokes.get(stroke).gap() > PAUSE;
    }

    /** Looks for the longest end of the line that is a code and was typed by a machine. */
    private Optional<String> scan(Predicate<String> known, int earliest, boolean afterPause) {
        for (int from = earliest; from + SHORTEST <= strokes.size(); from++) {
            if (afterPause && from > 0 && !isSlow(from)) continue;
            Stroke first = strokes.get(from);
            String scan =
                    ScanBuffer.better(
                            typed.substring(first.typed()).strip(),
                            pressed.substring(first.pressed()).strip(),
                            known);
            if (known.test(scan) && middleGap(from) <= BURST) return Optional.of(scan);
        }
        return Optional.empty();
    }

    private long middleGap(int from) {
        long[] gaps =
                strokes.subList(from + 1, strokes.size()).stream()
                        .mapToLong(Stroke::gap)
                        .sorted()
                        .toArray();
        return gaps[gaps.length / 2];
    }
}
