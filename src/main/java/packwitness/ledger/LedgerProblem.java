package packwitness.ledger;

import packwitness.value.Problem;

/** What can go wrong with the ledger. */
public enum LedgerProblem implements Problem {
    /** {0} file. */
    KEY_UNREADABLE,
    /** {0} file. */
    KEY_NOT_WRITTEN,
    /** {0} file. */
    COMPANY_KEY_UNREADABLE,
    /** {0} file, {1} reason. */
    COMPANY_KEY_UNFIT,
    /** No places. */
    KEY_REPLACED,
    /** {0} authority. */
    AUTHORITY_SILENT,
    /** {0} authority, {1} reason. */
    STAMP_REFUSED,
    /** {0} authority, {1} reason. */
    STAMP_WRONG,
    /** {0} folder. */
    BAG_EXISTS,
    /** {0} file. */
    BAG_FILE_UNREADABLE,
    /** {0} folder. */
    BAG_NOT_WRITTEN,
    /** No places. */
    NOTHING_TO_SHOW,
    /** {0} number of the row. */
    LEDGER_BROKEN;

    @Override
    public String key() {
        return "ledger." + name();
    }
}
