package packwitness.storage;

import packwitness.value.Problem;

/** What can go wrong with the vault. */
public enum StorageProblem implements Problem {
    /** {0} folder. */
    NOT_WRITABLE,
    /** {0} folder. */
    NO_VAULT,
    /** {0} file. */
    DATABASE_BROKEN,
    /** {0} file. */
    DATABASE_BUSY,
    /** {0} file, {1} technical reason. */
    DATABASE_FAILED,
    /** {0} folder. */
    DISK_FULL,
    /** {0} file. */
    FILE_EXISTS,
    /** {0} file. */
    FILE_UNREADABLE;

    @Override
    public String key() {
        return "storage." + name();
    }
}
