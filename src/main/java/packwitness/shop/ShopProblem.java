package packwitness.shop;

import packwitness.value.Problem;

/** What can go wrong when a vault is opened for work. */
public enum ShopProblem implements Problem {
    /** {0} file. */
    PASSPHRASE_UNREADABLE,
    /** {0} file, {1} line. */
    SETTINGS_UNREADABLE,
    /** {0} file. */
    NO_PICTURE;

    @Override
    public String key() {
        return "shop." + name();
    }
}
