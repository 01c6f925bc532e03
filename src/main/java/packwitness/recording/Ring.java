package packwitness.recording;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/**
 * The encoded frames of the last seconds, always beginning with a key frame; splitter thread only.
 */
final class Ring {
    private static final long STALE_TICKS = 5L * Coded.TICKS;

    private final long least;
    private final ArrayDeque<Coded> frames = new ArrayDeque<>();

    Ring(Duration least) {
        this.least = least.toMillis() * Coded.TICKS / 1000;
    }

    void add(Coded coded) {
        Coded newest = frames.peekLast();
        // Pictures from before a long silence are no pre-roll of what comes now.
        if (newest != null && coded.time() - newest.time() > STALE_TICKS) frames.clear();
        if (frames.isEmpty() && !coded.key()) return;
        frames.add(coded);
        trim(coded.time() - least);
    }

    /** Drops what lies before the last key frame not later than the limit. */
    private void trim(long limit) {
        int drop = 0;
        int at = 0;
        for (Iterator<Coded> all = frames.iterator(); all.hasNext(); at++) {
            Coded coded = all.next();
            if (coded.time() > limit) break;
            if (coded.key()) drop = at;
        }
        for (int i = 0; i < drop; i++) frames.remove();
    }

    /** Forgets frames that cannot stand in one file with this one. */
    void noteStream(Coded coded) {
        Coded newest = frames.peekLast();
        if (newest != null
                && newest.parameters() != coded.parameters()
                && coded.parameters().anew()) frames.clear();
    }

    /** Returns whether a file can begin with the ring and go on with this frame. */
    boolean fit(Coded coded) {
        Coded newest = frames.peekLast();
        return newest != null && coded.time() - newest.time() <= STALE_TICKS;
    }

    List<Coded> frames() {
        return List.copyOf(frames);
    }

    Duration held() {
        Coded first = frames.peekFirst();
        Coded last = frames.peekLast();
        if (first == null || last == null) return Duration.ZERO;
        return Duration.ofMillis((last.time() - first.time()) * 1000 / Coded.TICKS);
    }
}
