package packwitness.shop;

import packwitness.value.Wording;

import java.time.Instant;
import java.util.Optional;

/**
 * A moment until when something can still be done for a claim.
 *
 * @param name stable name: {@code platform}, {@code rule} or that of the deadline of the law
 * @param law what ends then by the law; nothing for the platform's deadline
 * @param remind whether it is worth a reminder of its own
 */
public record Due(Kind kind, String name, Optional<Wording> law, Instant at, boolean remind) {
    /** Who set the moment. */
    public enum Kind {
        /** The platform, as noted with the claim. */
        PLATFORM,
        /** The platform's rule, counted from when the claim was known here. */
        RULE,
        /** The law; the last moment of the day. */
        LAW
    }
}
