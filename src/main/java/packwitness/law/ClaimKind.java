package packwitness.law;

/** What the money was asked for: the price back, or compensation on top or instead. */
public enum ClaimKind {
    REFUND,
    COMPENSATION
}
