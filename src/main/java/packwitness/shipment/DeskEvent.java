package packwitness.shipment;

import java.time.Instant;
import java.util.Map;

/**
 * What happened at the desk, for screens and the event stream; told after it is durable, but an
 * alarm at once.
 *
 * @param kind one of armed, scan, refund, segment, sealed, damaged, seen, alarm, warning, closing,
 *     recovered, disarmed
 * @param facts stable names and plain values
 */
public record DeskEvent(String kind, Instant at, Map<String, Object> facts) {
    public DeskEvent {
        facts = Map.copyOf(facts);
    }
}
