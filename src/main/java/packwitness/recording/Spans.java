package packwitness.recording;

import packwitness.value.TakeId;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which take a frame belongs to, for the newest takes; safe for any thread. */
final class Spans {
    private static final int MOST = 16;

    private final ConcurrentSkipListMap<Long, Optional<TakeId>> starts =
            new ConcurrentSkipListMap<>();

    void from(long number, Optional<TakeId> take) {
        starts.put(number, take);
        while (starts.size() > MOST) starts.pollFirstEntry();
    }

    Optional<TakeId> takeOf(long number) {
        Map.Entry<Long, Optional<TakeId>> start = starts.floorEntry(number);
        return start == null ? Optional.empty() : start.getValue();
    }
}
