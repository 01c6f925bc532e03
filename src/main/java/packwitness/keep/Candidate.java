package packwitness.keep;

import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.time.Instant;

/**
 * A file that a rule lets go.
 *
 * @param file relative to the vault
 * @param bytes its size; below 0 where the index does not know it
 * @param why the rule, such as {@code DAYS 180}
 */
public record Candidate(
        Kind kind,
        ShipmentId shipment,
        TakeId take,
        String file,
        long bytes,
        Sha256 sha256,
        Instant recordedAt,
        String why) {}
