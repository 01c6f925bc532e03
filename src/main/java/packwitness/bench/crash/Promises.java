package packwitness.bench.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a station had told before it ended: each of these must be there afterwards. One thread
 * writes, others read once the station has ended.
 */
final class Promises {
    /** One acknowledged take, and what was told of it. */
    static final class Told {
        final long take;
        final Instant begun;
        Optional<Instant> ended = Optional.empty();
        int segments;
        Optional<String> sealed = Optional.empty();
        boolean damaged;

        Told(long take, Instant begun) {
            this.take = take;
            this.begun = begun;
        }
    }

    private final Map<Long, Told> takes = new LinkedHashMap<>();
    private final Map<Long, Integer> early = new LinkedHashMap<>();

    /** Notes a scan that was answered: it begins a take, ends one, or does neither. */
    synchronized void scanned(String kind, long take, Instant accepted) {
        boolean ends = kind.equals("STOPPED");
        if (take != 0 || ends)
            for (Told told : takes.values())
                if (told.ended.isEmpty()) told.ended = Optional.of(accepted);
        if (take != 0) takes.put(take, new Told(take, accepted));
    }

    synchronized void segment(long take, int number) {
        Told told = takes.get(take);
        if (told != null) told.segments = Math.max(told.segments, number + 1);
        // A link may be told before the scan that began its take is answered.
        else early.merge(take, number + 1, Math::max);
    }

    synchronized void sealed(long take, String sha256) {
        Told told = takes.get(take);
        if (told != null) told.sealed = Optional.of(sha256);
    }

    synchronized void damaged(long take) {
        Told told = takes.get(take);
        if (told != null) told.damaged = true;
    }

    synchronized List<Told> all() {
        early.forEach((take, segments) -> {
            Told told = takes.get(take);
            if (told != null) told.segments = Math.max(told.segments, segments);
        });
        return new ArrayList<>(takes.values());
    }
}
