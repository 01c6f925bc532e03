package packwitness.recording;

/** How far the recorder has drawn in its horns for a computer that cannot follow; in order. */
public enum LoadStep {
    /** Nothing is given up. */
    FULL,
    /** The preview is smaller and comes five times a second. */
    PREVIEW,
    /** Codes in the picture are looked for once a second. */
    LABELS,
    /** The encoder works less hard from the next take on. */
    PRESET,
    /** Every second picture is dropped before it is encoded; a copied stream keeps all. */
    HALF_RATE
}
