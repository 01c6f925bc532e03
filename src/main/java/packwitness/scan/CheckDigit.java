package packwitness.scan;

/** What the check digit of a number says; never a reason to refuse one. */
public enum CheckDigit {
    /** The number's shape has no check digit that is known. */
    NONE,
    VALID,
    /** Misread, mistyped, or a number of another kind. */
    WRONG
}
