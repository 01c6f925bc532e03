package packwitness.shipment;

import org.jspecify.annotations.Nullable;

import packwitness.value.TakeId;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The take that runs, if any; set by scans, cleared also where all its originals broke off. */
final class CurrentTake {
    private final AtomicReference<@Nullable RunningTake> now = new AtomicReference<>();

    Optional<RunningTake> get() {
        return Optional.ofNullable(now.get());
    }

    void set(RunningTake next) {
        now.set(next);
    }

    void clear() {
        now.set(null);
    }

    /** Clears the take where it is the one of these originals. */
    void clear(List<TakeId> takes) {
        RunningTake seen = now.get();
        if (seen != null && seen.takes().equals(takes)) now.compareAndSet(seen, null);
    }
}
