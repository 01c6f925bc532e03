package packwitness.dossier.paper;

/** How much of a case a paper holds. */
public enum Scope {
    /** What the reader is handed: short where the reader has little time. */
    PAPER,
    /** The whole case behind a short paper, with its proof; it travels in the bag. */
    ANNEX
}
