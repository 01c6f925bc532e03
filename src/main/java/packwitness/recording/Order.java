package packwitness.recording;

/**
 * What the desk has asked for, to be done at the first frame that arrived at this time or later.
 */
sealed interface Order {
    long atNanos();

    /** Begins a take and ends the one that runs. */
    record Begin(TakeFile file, String caption, long atNanos) implements Order {}

    /** Ends the take that runs. */
    record End(long atNanos) implements Order {}
}
