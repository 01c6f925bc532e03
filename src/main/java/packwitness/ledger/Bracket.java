package packwitness.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * When a row was written, as others attest it: not before the last stamp it chains onto, not after
 * the first stamp that covers it.
 */
public record Bracket(
        Optional<Instant> notBefore,
        Optional<AuthorityKind> notBeforeBy,
        Optional<Instant> notAfter,
        Optional<AuthorityKind> notAfterBy) {}
