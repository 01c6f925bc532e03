package packwitness.claim;

import packwitness.value.Fen;

import java.time.Instant;
import java.util.Optional;

/**
 * How a claim ended, as said at one time.
 *
 * @param paper the addressee of the paper that mattered, as in the dossiers
 * @param recovered what stayed with, or came back to, the merchant
 */
public record ClaimOutcome(
        ClaimState state,
        Decisive decisive,
        Optional<String> paper,
        Fen recovered,
        String note,
        Instant at) {}
