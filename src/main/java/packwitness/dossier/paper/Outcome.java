package packwitness.dossier.paper;

/** The result of a check; no data is never PASSED. */
public enum Outcome {
    PASSED,
    FAILED,
    UNDECIDED
}
