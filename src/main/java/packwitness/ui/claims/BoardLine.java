package packwitness.ui.claims;

import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.shop.Due;
import packwitness.shop.DueClaim;
import packwitness.ui.kit.Platforms;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One claim on the board.
 *
 * @param due its deadlines; nothing where it has ended
 */
public record BoardLine(RefundClaim claim, Optional<DueClaim> due) {
    /** Returns whether the claim waits for us. */
    public boolean isOpen() {
        return claim.state() == ClaimState.OPEN;
    }

    /** Returns when the platform stops listening, noted or by its rule. */
    public Optional<Instant> platformEnd() {
        return due.flatMap(DueClaim::platform).map(Due::at).or(claim::deadline);
    }

    /** Returns the next legal deadline. */
    public Optional<Due> law(Instant now) {
        return due.stream()
                .flatMap(all -> all.dues().stream())
                .filter(one -> one.kind() == Due.Kind.LAW && one.at().isAfter(now))
                .findFirst();
    }

    /** Returns whether less than six hours are left. */
    public boolean isRed(Instant now) {
        return due.map(all -> all.red(now)).orElse(false);
    }

    /** Returns whether the claim is one of those that the typed words ask for. */
    boolean fits(String typed) {
        String all =
                String.join(
                                " ",
                                claim.platform(),
                                Platforms.name(claim.platform()),
                                claim.reason(),
                                claim.buyer().orElse(""),
                                claim.amount().yuan(),
                                claim.id().toString())
                        .toLowerCase(Locale.ROOT);
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            if (!all.contains(word)) return false;
        return true;
    }
}
