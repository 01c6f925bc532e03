package packwitness.law;

/** What a provision is good for; LIMIT speaks for the buyer or bars a step. */
public enum Strength {
    DIRECT,
    PRINCIPLE,
    CONTEXT,
    LIMIT,
    DISPUTED
}
