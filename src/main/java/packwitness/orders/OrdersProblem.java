package packwitness.orders;

import packwitness.value.Problem;

/** What can go wrong with an order file. */
public enum OrdersProblem implements Problem {
    /** {0} file. */
    UNREADABLE,
    /** {0} file. */
    EMPTY,
    /** {0} file. */
    OLD_EXCEL,
    /** {0} file. */
    TOO_LARGE,
    /** {0} file, {1} line. */
    BROKEN_ROW,
    /** {0} file, {1} headings found. */
    NO_ORDER_COLUMN,
    /** {0} file, {1} row, {2} column, {3} shape of the value, {4} how many there are. */
    SPOILT_NUMBER,
    /** {0} file, {1} column, {2} how many. */
    ROUNDED_NUMBERS,
    /** {0} heading, {1} file. */
    UNKNOWN_HEADING,
    /** {0} what was said, {1} fields there are. */
    BAD_MAPPING,
    /** {0} import. */
    UNKNOWN_IMPORT,
    /** {0} import. */
    ALREADY_UNDONE,
    /** {0} import, {1} file. */
    RUNS_ELSEWHERE,
    /** {0} import, {1} file. */
    FILE_CHANGED,
    /** {0} folder. */
    NO_FOLDER;

    @Override
    public String key() {
        return "orders." + name();
    }
}
