package packwitness.ui.start;

import packwitness.scan.Reading;
import packwitness.scan.Scan;
import packwitness.scan.ScanRules;

import java.time.Duration;
import java.util.Optional;

/**
 * Listens to one scan at a time and says how the scanner is set: what arrived, how fast, how it
 * ended, and whether the keyboard of this computer turned the characters. It knows no clock of its
 * own. FX thread only.
 */
final class ScannerTrial {
    /** How a scan ended. */
    enum Ending {
        ENTER,
        TAB,
        /** With silence: the packing desk waits a moment longer for such a scanner. */
        NOTHING
    }

    /** Whether what arrived is what a scanner types. */
    enum Layout {
        SAME,
        /** The characters differ from the keys: another layout, or an input method. */
        TURNED
    }

    /**
     * One scan.
     *
     * @param text what arrived, or what the keys meant where only they make sense
     * @param kind the last part of the key of the words for it
     * @param fast whether it came as fast as only a machine types
     */
    record Heard(
            String text, String kind, Duration took, boolean fast, Ending ending, Layout layout) {}

    private static final long SILENCE = Duration.ofMillis(400).toNanos();
    private static final long MEAN = Duration.ofMillis(30).toNanos();
    private static final int LONGEST = 512;

    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder pressed = new StringBuilder();
    private long first;
    private long last;

    /** Takes a character that arrived; returns the scan where it ended one. */
    Optional<Heard> type(char key, long nanos) {
        if (key == '\r' || key == '\n') return end(Ending.ENTER);
        if (key == '\t') return end(Ending.TAB);
        if (key < ' ' || key == 127) return Optional.empty();
        stroke(nanos);
        if (typed.length() < LONGEST) typed.append(key);
        return Optional.empty();
    }

    /** Takes a key that went down, as the character of a US keyboard, or 0. */
    void press(char key, long nanos) {
        if (key < ' ') return;
        stroke(nanos);
        if (pressed.length() < LONGEST) pressed.append(key);
    }

    /** Returns whether a scan has begun and not ended. */
    boolean hasBegun() {
        return !typed.isEmpty() || !pressed.isEmpty();
    }

    /** Looks at the clock: returns the scan that silence ended. */
    Optional<Heard> look(long nanos) {
        return hasBegun() && nanos - last > SILENCE ? end(Ending.NOTHING) : Optional.empty();
    }

    private void stroke(long nanos) {
        if (!hasBegun()) first = nanos;
        last = nanos;
    }

    private Optional<Heard> end(Ending ending) {
        String arrived = typed.toString().strip();
        String meant = pressed.toString().strip();
        typed.setLength(0);
        pressed.setLength(0);
        if (arrived.isEmpty() && meant.isEmpty()) return Optional.empty();
        boolean turned = !meant.isEmpty() && !arrived.equals(meant);
        String text = turned && !kind(meant).equals("WORDS") ? meant : arrived;
        int strokes = Math.max(arrived.length(), meant.length());
        boolean fast = strokes > 1 && (last - first) / (strokes - 1) <= MEAN;
        return Optional.of(
                new Heard(
                        text.isEmpty() ? meant : text,
                        kind(text),
                        Duration.ofNanos(last - first),
                        fast,
                        ending,
                        turned ? Layout.TURNED : Layout.SAME));
    }

    private static String kind(String line) {
        Reading reading = ScanRules.shipped().look(line);
        return switch (reading.scan()) {
            case Scan.Waybill _ -> "WAYBILL";
            case Scan.Control _ -> "CONTROL";
            case Scan.Badge _ -> "BADGE";
            case Scan.OrderCode _, Scan.ProductCode _ -> "GOODS";
            case Scan.Other _ -> "WORDS";
        };
    }
}
