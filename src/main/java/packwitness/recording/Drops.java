package packwitness.recording;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the frames and remembers why some were dropped, until their gap is told; any thread. */
final class Drops {
    private static final int MOST = 10_000;

    private final ConcurrentSkipListMap<Long, Gap.Cause> causes = new ConcurrentSkipListMap<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    void received() {
        received.incrementAndGet();
    }

    void drop(long number, Gap.Cause cause) {
        dropped.incrementAndGet();
        causes.put(number, cause);
        if (causes.size() > MOST) causes.pollFirstEntry();
    }

    /**
     * Returns why the frames from first to last are missing and forgets them; those that nobody
     * dropped gave no picture and are counted here.
     */
    Gap.Cause settle(long first, long last) {
        var known = causes.subMap(first, true, last, true);
        Gap.Cause cause = known.isEmpty() ? Gap.Cause.CORRUPT : known.firstEntry().getValue();
        // Where pictures were lost besides those left out, the loss is what must be told.
        for (Gap.Cause other : known.values()) if (cause == Gap.Cause.RATE_HALVED) cause = other;
        dropped.addAndGet(last - first + 1 - known.size());
        causes.headMap(last, true).clear();
        return cause;
    }

    long receivedCount() {
        return received.get();
    }

    long droppedCount() {
        return dropped.get();
    }
}
