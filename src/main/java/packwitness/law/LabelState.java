package packwitness.law;

/** What is known of the mark that says a picture was made by AI. */
public enum LabelState {
    UNKNOWN,
    ABSENT,
    PRESENT,
    REMOVED,
    FORGED
}
