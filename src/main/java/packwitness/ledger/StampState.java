package packwitness.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the stamps are behind.
 *
 * @param pendingRows rows that no stamp covers
 * @param lag time since the oldest of these rows; zero when there is none
 * @param lastStamp the newest time that an authority attested
 * @param lastTrouble key of the problem of the last attempt, if it failed
 */
public record StampState(
        long pendingRows,
        Duration lag,
        Optional<Instant> lastStamp,
        Optional<String> lastTrouble) {}
