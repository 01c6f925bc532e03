package packwitness.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the device clock was ahead of the authority's when the last stamp came back.
 *
 * @param at time of the stamp
 * @param ahead negative where the device clock was behind; holds the way of the answer too
 */
public record ClockOffset(Instant at, AuthorityKind by, Duration ahead) {}
