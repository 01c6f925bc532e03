package packwitness.law;

/** Whose decision paid the refund. */
public enum RefundBy {
    NONE,
    MERCHANT,
    PLATFORM
}
