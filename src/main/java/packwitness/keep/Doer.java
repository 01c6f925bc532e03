package packwitness.keep;

import packwitness.ledger.Facts;

/**
 * Who lets things go, for the ledger.
 *
 * @param door through which it was asked: {@code cli}, {@code desktop}
 * @param name of the person, kept as a salted hash; may be empty
 */
public record Doer(String door, String name) {
    Facts sign(Facts facts) {
        Facts signed = facts.with("by", door);
        return name.isBlank() ? signed : signed.secret("who", name);
    }
}
