package packwitness.ledger;

/** The verdict of one check; no data is never PASSED. */
public enum Outcome {
    PASSED,
    FAILED,
    UNDECIDED
}
