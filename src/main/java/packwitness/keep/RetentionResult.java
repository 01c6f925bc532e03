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
        boolean cancelled) {}
