package packwitness.dossier.paper;

/** What stands behind a time stamp; anything but COMMERCIAL is marked loudly on every page. */
public enum Authority {
    /** A third party that stamps for everybody. */
    COMMERCIAL,
    /** A test authority on this machine: no weight as proof. */
    TEST,
    /** An authority of the merchant's own making: no weight as proof. */
    SELF_MADE
}
