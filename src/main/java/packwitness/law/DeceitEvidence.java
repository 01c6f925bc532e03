package packwitness.law;

/** How well it is shown that the buyer's picture was made or altered to deceive. */
public enum DeceitEvidence {
    NONE,
    WEAK,
    STRONG
}
