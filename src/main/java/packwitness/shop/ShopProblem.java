package packwitness.shop;

import packwitness.value.Problem;

/** What can go wrong when a vault is opened for work. */
public enum ShopProblem implements Problem {
    /** {0} file. */
    PASSPHRASE_UNREADABLE,
    /** {0} file, {1} line. */
    SETTINGS_UNREADABLE,
    /** {0} file. */
    NO_PICTURE,
    /** {0} role, {1} deed. */
    NOT_ALLOWED,
    /** {0} role, {1} deed. */
    NEVER_GRANTED,
    /** {0} address. */
    ADDRESS_WRONG,
    WRONG_PASSPHRASE,
    /** {0} seconds to wait. */
    TOO_MANY_TRIES,
    /** {0} fewest characters. */
    PASSPHRASE_SHORT,
    /** No passphrase is set that could be lost. */
    NO_PASSPHRASE,
    /** {0} days to wait after asking. */
    NOT_ASKED,
    /** {0} when the wait is over. */
    MUST_WAIT,
    /** {0} file of a key that is not the one that signs. */
    OTHER_KEY,
    /** {0} folder. */
    NO_BAG,
    /** {0} file. */
    NOT_SEALED;

    @Override
    public String key() {
        return "shop." + name();
    }
}
