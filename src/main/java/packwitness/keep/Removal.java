package packwitness.keep;

import packwitness.value.Sha256;
import packwitness.value.TakeId;

import java.time.Instant;
import java.util.Optional;

/**
 * A file on its way out of the vault.
 *
 * @param quarantine where it waits, relative to the vault
 * @param why the rule that took it, such as {@code DAYS 180}
 * @param seq the ledger row of its last step
 */
public record Removal(
        long id,
        Kind kind,
        TakeId take,
        String file,
        String quarantine,
        long bytes,
        Sha256 sha256,
        RemovalState state,
        String why,
        Instant askedAt,
        Optional<Instant> movedAt,
        long seq) {}
