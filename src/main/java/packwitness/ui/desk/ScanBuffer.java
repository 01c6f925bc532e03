package packwitness.ui.desk;

import java.time.Duration;
import java.util.Optional;

/**
 * Collects the key strokes of a scanner, which types like a keyboard and ends with Enter; knows no
 * focus. A pause drops what stands there, so that stray keys do not spoil the next scan.
 */
final class ScanBuffer {
    private static final long PAUSE = Duration.ofSeconds(3).toNanos();
    private static final int LONGEST = 512;

    private final StringBuilder keys = new StringBuilder();
    private long last;

    /** Takes one typed character; returns the whole scan when it ended one. */
    Optional<String> type(char key, long nanos) {
        if (!keys.isEmpty() && nanos - last > PAUSE) keys.setLength(0);
        last = nanos;
        if (key == '\r' || key == '\n') {
            String scan = keys.toString().strip();
            keys.setLength(0);
            return scan.isEmpty() ? Optional.empty() : Optional.of(scan);
        }
        if (key >= ' ' && key != 127 && keys.length() < LONGEST) keys.append(key);
        return Optional.empty();
    }

    void clear() {
        keys.setLength(0);
    }

    String soFar() {
        return keys.toString();
    }
}
