package packwitness.orders;

/** What a file is about. */
public enum FileKind {
    /** Orders with their goods. */
    ORDERS,
    /** Order numbers and their waybills, and nothing of the goods. */
    SHIPPING,
    /** Refunds and returns. */
    REFUNDS
}
