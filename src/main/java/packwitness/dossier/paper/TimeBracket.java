package packwitness.dossier.paper;

import java.time.Instant;
import java.util.Optional;

/**
 * Between which outside times a record came into the ledger; a missing end means that no stamp
 * bounds it on that side.
 *
 * @param authority the weaker of the authorities behind the two ends
 */
public record TimeBracket(
        Optional<Instant> notBefore, Optional<Instant> notAfter, Authority authority) {}
