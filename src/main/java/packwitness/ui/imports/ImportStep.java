package packwitness.ui.imports;

/** How far the file on the screen is. */
public enum ImportStep {
    /** No file was chosen. */
    EMPTY,
    /** The file is being read. */
    LOOKING,
    /** What was found is shown; nothing was taken in. */
    PREVIEW,
    /** It is being taken in. */
    RUNNING,
    /** It was taken in, or stopped on the way. */
    DONE,
    /** An earlier import is being taken back. */
    UNDOING;

    /** Returns whether something is being written that must end first. */
    boolean writes() {
        return this == RUNNING || this == UNDOING;
    }
}
