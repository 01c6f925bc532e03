package packwitness.inspect;

/** How far a sign carries: A strong alone, B good with context, C a weak pointer. */
public enum Strength {
    A,
    B,
    C
}
