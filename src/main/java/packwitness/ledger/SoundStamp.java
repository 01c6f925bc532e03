package packwitness.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A stamp whose cryptography was checked, for the brackets of rows.
 *
 * @param size of the stamped checkpoint
 * @param row seq of the row that records it, where that row was found and fits
 */
record SoundStamp(long size, Instant genTime, AuthorityKind kind, Optional<Long> row) {}
