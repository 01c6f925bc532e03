package packwitness.keep;

/** What kind of file goes. */
public enum Kind {
    VIDEO,
    KEY_FRAME
}
