package packwitness.keep;

/** How far a file is on its way out of the vault, or back. */
public enum RemovalState {
    /** It leaves its place. */
    MOVING,
    /** It waits in quarantine. */
    QUARANTINED,
    /** It is deleted for good. */
    DELETING,
    /** It is gone. */
    DELETED,
    /** It goes back to its place. */
    RETURNING,
    /** It is back; this removal never happened to it. */
    RETURNED,
    /** It was in neither place when its removal was to be finished. */
    MISSING
}
