package packwitness.shipment;

import packwitness.capture.LabelCode;
import packwitness.value.TakeId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of originals that are not sealed yet; safe for any thread. */
final class OpenTakes {
    /** One original: its fellows of the same take, what came to the disk, why it ends. */
    static final class Progress {
        final TakeLog.Begun begun;
        final long begunNanos;
        final Set<String> seen = ConcurrentHashMap.newKeySet();
        final Set<LabelCode> codes = ConcurrentHashMap.newKeySet();
        private final Set<TakeId> left;
        private final AtomicLong bytes = new AtomicLong();
        private final Map<TakeId, Long> newest = new ConcurrentHashMap<>();
        private volatile String reason = "next scan";

        private Progress(TakeLog.Begun begun, long begunNanos) {
            this.begun = begun;
            this.begunNanos = begunNanos;
            left = ConcurrentHashMap.newKeySet();
            for (TakeLog.Roll roll : begun.rolls()) left.add(roll.take());
        }

        long bytes() {
            return bytes.get();
        }

        String reason() {
            return reason;
        }

        /** Returns the nanoseconds since this original last grew on the disk. */
        long sinceGrown(TakeId take) {
            return System.nanoTime() - newest.getOrDefault(take, begunNanos);
        }

        boolean open(TakeId take) {
            return left.contains(take);
        }

        List<TakeId> takes() {
            return begun.rolls().stream().map(TakeLog.Roll::take).toList();
        }
    }

    private final Map<TakeId, Progress> open = new ConcurrentHashMap<>();

    void begin(TakeLog.Begun begun) {
        Progress progress = new Progress(begun, System.nanoTime());
        for (TakeLog.Roll roll : begun.rolls()) open.put(roll.take(), progress);
    }

    Optional<Progress> of(TakeId take) {
        return Optional.ofNullable(open.get(take));
    }

    void grew(TakeId take, long bytes) {
        Progress progress = open.get(take);
        if (progress == null) return;
        progress.bytes.addAndGet(bytes);
        progress.newest.put(take, System.nanoTime());
    }

    /** Says why the take is about to end, for its STOP rows. */
    void ends(TakeId take, String reason) {
        Progress progress = open.get(take);
        if (progress != null) progress.reason = reason;
    }

    /** Notes that an original is closed; returns its take where that was the last of it. */
    Optional<Progress> closed(TakeId take) {
        Progress progress = open.remove(take);
        if (progress == null || !progress.left.remove(take) || !progress.left.isEmpty())
            return Optional.empty();
        return Optional.of(progress);
    }
}
