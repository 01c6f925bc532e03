package packwitness.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the listeners of a desk what is durable by now; safe for any thread. */
final class Voice {
    private final Clock clock;
    private final List<Consumer<DeskEvent>> listeners = new CopyOnWriteArrayList<>();

    Voice(Clock clock) {
        this.clock = clock;
    }

    void listen(Consumer<DeskEvent> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<DeskEvent> listener) {
        listeners.remove(listener);
    }

    Instant now() {
        return clock.instant();
    }

    void tell(String kind, Map<String, Object> facts) {
        DeskEvent event = new DeskEvent(kind, clock.instant(), facts);
        for (Consumer<DeskEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                // A screen's mistake must not cost a recording.
                System.getLogger("packwitness.shipment")
                        .log(System.Logger.Level.ERROR, "listener", e);
            }
        }
    }
}
