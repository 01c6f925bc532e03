package packwitness.keep;

import java.time.Instant;
import java.util.Optional;

/**
 * What one run of the rules did.
 *
 * @param door through which it was asked: {@code night}, {@code desktop}, {@code cli}
 * @param problem the key of what ended it before its time
 */
public record RunNote(
        String door,
        Instant beganAt,
        Instant endedAt,
        RetentionResult result,
        Optional<String> problem) {}
