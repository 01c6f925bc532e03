package packwitness.dossier.paper;

/** How far a finding in a picture carries. */
public enum Strength {
    /** Strong by itself. */
    STRONG,
    /** Good together with others. */
    GOOD,
    /** A pointer only. */
    WEAK,
    /** Proves nothing either way; printed because a reader would ask. */
    NEUTRAL,
    /** Speaks for the buyer. */
    FOR_BUYER
}
