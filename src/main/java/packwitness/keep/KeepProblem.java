package packwitness.keep;

import packwitness.value.Problem;

/** What can go wrong when things are kept, taken away, copied and brought back. */
public enum KeepProblem implements Problem {
    /** {0} name of the rule, {1} value. */
    RULE_WRONG,
    /** Another program is at it. */
    BUSY,
    /** {0} folder. */
    BACKUP_GONE,
    /** {0} folder. */
    BACKUP_IN_VAULT,
    /** {0} folder. */
    BACKUP_OTHER_VAULT,
    /** {0} folder. */
    NO_BACKUP,
    /** {0} file. */
    BACKUP_DAMAGED,
    /** {0} folder. */
    NOT_EMPTY,
    /** {0} folder, {1} megabytes needed, {2} megabytes free. */
    NO_ROOM,
    /** {0} folder. */
    FOLDER_UNREADABLE,
    /** {0} number of parcels. */
    PERSON_ON_HOLD,
    /** {0} text. */
    PERSON_UNKNOWN,
    /** {0} text. */
    PERSON_TEXT_SHORT;

    @Override
    public String key() {
        return "keep." + name();
    }
}
