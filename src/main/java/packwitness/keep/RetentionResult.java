package packwitness.keep;

/**
 * What a run did.
 *
 * @param notAsIndexed files that are not what the index says and were left alone
 * @param troubles files that could not be moved or deleted now; the next start goes on with them
 */
public record RetentionResult(
        int quarantined,
        long quarantinedBytes,
        int deleted,
        long deletedBytes,
        int broughtBack,
        int rows,
        int persons,
        int held,
        int notAsIndexed,
        int troubles,
        boolean cancelled) {
    /** Returns what a run did that had nothing to do. */
    public static RetentionResult nothing() {
        return new RetentionResult(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);
    }

    /** Returns what both did together. */
    public RetentionResult plus(RetentionResult other) {
        return new RetentionResult(
                quarantined + other.quarantined,
                quarantinedBytes + other.quarantinedBytes,
                deleted + other.deleted,
                deletedBytes + other.deletedBytes,
                broughtBack + other.broughtBack,
                rows + other.rows,
                persons + other.persons,
                held + other.held,
                notAsIndexed + other.notAsIndexed,
                troubles + other.troubles,
                cancelled || other.cancelled);
    }

    /** Returns whether nothing went and nothing came back. */
    public boolean isNothing() {
        return quarantined + deleted + broughtBack + rows + persons == 0;
    }
}
