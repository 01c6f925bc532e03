package packwitness.orders;

import java.util.Locale;

/** What is read from a file of orders; a column that is none of these is not taken in. */
public enum Field {
    ORDER,
    WAYBILL,
    CARRIER,
    BUYER,
    NOTE,
    PAID,
    CURRENCY,
    PLACED,
    SHIPPED,
    STATUS,
    TITLE,
    VARIANT,
    SKU,
    QUANTITY,
    REFUND_NO,
    REFUND_STATE,
    REFUND_KIND,
    REFUND_REASON,
    REFUND_AMOUNT,
    REFUND_AT,
    REFUND_UNTIL;

    /** Returns the name in files, on the command line and in texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
