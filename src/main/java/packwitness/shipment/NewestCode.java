package packwitness.shipment;

import packwitness.ledger.Checkpoint;
import packwitness.ledger.Ledger;
import packwitness.value.Failure;

import java.util.Optional;

/** The short code of the newest checkpoint for screens, read at most every two seconds. */
final class NewestCode {
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final Ledger ledger;
    private volatile Optional<String> code = Optional.empty();
    private volatile long readAt = System.nanoTime() - FRESH_NANOS;

    NewestCode(Ledger ledger) {
        this.ledger = ledger;
    }

    Optional<String> get() {
        if (System.nanoTime() - readAt < FRESH_NANOS) return code;
        readAt = System.nanoTime();
        try {
            code = ledger.newest().map(Checkpoint::code);
        } catch (Failure unknownNow) {
            // A screen shows what was known while the index cannot be read; whoever writes is told.
        }
        return code;
    }
}
