package packwitness.inspect.label;

/** What became of the producer's own signature in ReservedCode1. */
public enum LabelSignature {
    /** No signature stands there. */
    ABSENT,
    /** Something stands there that we cannot check offline. */
    NOT_CHECKABLE,
    GOOD,
    BAD
}
