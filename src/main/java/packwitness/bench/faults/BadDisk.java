package packwitness.bench.faults;

import packwitness.bench.disk.DiskWatcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A disk that fails or is slow when told to; for files under the folder of videos. */
final class BadDisk implements DiskWatcher {
    private volatile Set<Act> acts = Set.of();
    private volatile String reason = "";
    private volatile long millis;
    private volatile long since;

    /** Lets these acts fail with the words of a system. */
    void fail(String words, Act... which) {
        reason = words;
        millis = 0;
        acts = Set.of(which);
    }

    /** Lets these acts take so long. */
    void slow(long howLong, Act... which) {
        millis = howLong;
        acts = Set.of(which);
    }

    void good() {
        acts = Set.of();
    }

    /** Returns when a fault first struck, by the monotonic clock, or 0. */
    long since() {
        return since;
    }

    @Override
    public void before(Act act, Path file) throws IOException {
        if (!acts.contains(act) || !file.toString().contains("videos")) return;
        if (since == 0) since = System.nanoTime();
        if (millis == 0) throw new IOException(file + ": " + reason);
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            while (System.nanoTime() < end && acts.contains(act)) Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
