package packwitness.claim;

import packwitness.value.Problem;

/** What can go wrong with a claim. */
public enum ClaimProblem implements Problem {
    /** {0} number asked for. */
    UNKNOWN_CLAIM,
    /** {0} file. */
    FILE_UNREADABLE,
    /** {0} file. */
    FILE_EMPTY,
    /** {0} file, {1} what it is instead. */
    NOT_A_PICTURE,
    /** {0} file, {1} limit in megabytes. */
    FILE_TOO_LARGE,
    /** {0} name, {1} the names there are. */
    UNKNOWN_FACT,
    /** {0} name, {1} value. */
    BAD_VALUE,
    /** {0} name, {1} value, {2} the values there are. */
    BAD_CHOICE;

    @Override
    public String key() {
        return "claim." + name();
    }
}
