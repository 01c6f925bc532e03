package packwitness.ledger;

import packwitness.storage.Database;
import packwitness.value.Failure;

import java.time.Clock;
import java.util.List;

/**
 * Has checkpoints stamped by the first authority that answers; what waits is kept in the database
 * and survives any crash. One thread at a time, several programs at once.
 */
public final class StampQueue {
    public StampQueue(
            Database database, Ledger ledger, List<TimestampAuthority> authorities, Clock clock) {}

    /**
     * Stamps the newest checkpoint if it is not stamped yet; it covers all before it.
     *
     * @return number of stamps that came back; 0 when nothing waits or no authority answers
     */
    public int stampPending() throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns what waits, since when, and what the authorities said last. */
    public StampState state() throws Failure {
        throw new IllegalStateException("not yet");
    }
}
