package packwitness.value;

/**
 * A kind of trouble in the world, one enum a room. Its key names three sentences: what happened,
 * what is safe, what to do.
 */
public interface Problem {
    /** Returns room and name, such as {@code recording.DISK_FULL}. */
    String key();
}
