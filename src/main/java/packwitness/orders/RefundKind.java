package packwitness.orders;

import java.util.Locale;

/** What the buyer wants. */
public enum RefundKind {
    /** The money, and to keep the goods. */
    REFUND_ONLY,
    /** The money against the goods. */
    RETURN,
    /** Other goods. */
    EXCHANGE,
    UNKNOWN;

    static RefundKind of(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        if (plain.contains("仅退款") || plain.contains("未发货") || plain.contains("refund only"))
            return REFUND_ONLY;
        if (plain.contains("退货") || plain.contains("return")) return RETURN;
        if (plain.contains("换") || plain.contains("补") || plain.contains("修")) return EXCHANGE;
        return plain.contains("退款") || plain.contains("refund") ? REFUND_ONLY : UNKNOWN;
    }
}
