package packwitness.ui.claims;

/** Which claims the board shows. */
public enum BoardFilter {
    /** Those that wait for us. */
    OPEN,
    /** Those with less than six hours left. */
    RED,
    /** Those that have ended. */
    ENDED
}
