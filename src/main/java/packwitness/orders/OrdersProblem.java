package packwitness.orders;

import packwitness.value.Problem;

/** What can go wrong with an order file. */
public enum OrdersProblem implements Problem {
    /** {0} file. */
    UNREADABLE,
    /** {0} file. */
    EMPTY,
    /** {0} file, {1} headings found. */
    NO_ORDER_COLUMN,
    /** {0} file, {1} line, {2} value. */
    SPOILT_NUMBER;

    @Override
    public String key() {
        return "orders." + name();
    }
}
