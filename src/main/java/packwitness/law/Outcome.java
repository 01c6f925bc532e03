package packwitness.law;

/** What came of a refund claim. */
public enum Outcome {
    OBTAINED,
    ATTEMPTED
}
