package packwitness.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a rule by the owner.
 *
 * @param rule what it said from then on; nothing where the shipped rule holds again
 * @param by who changed it
 */
public record RuleChange(String id, Optional<PlatformRule> rule, String by, Instant at) {}
