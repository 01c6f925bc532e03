package packwitness.claim;

import packwitness.value.Fen;

import java.util.Optional;

/**
 * How a claim ended. See {@link ClaimOutcome}.
 *
 * @param paper where empty, the newest paper made for the claim, if there is one
 * @param recovered where empty, the whole amount of a claim that was won, else nothing
 */
public record NewOutcome(
        ClaimState state,
        Decisive decisive,
        Optional<String> paper,
        Optional<Fen> recovered,
        String note) {

    /** An outcome of which no more is known. */
    public static NewOutcome of(ClaimState state, Decisive decisive, String note) {
        return new NewOutcome(state, decisive, Optional.empty(), Optional.empty(), note);
    }
}
