package packwitness.law;

/** What came back to the merchant, and when. */
public enum GoodsReturned {
    NONE,
    PARTIAL,
    FULL_BEFORE_REFUND,
    FULL_AFTER_REFUND
}
