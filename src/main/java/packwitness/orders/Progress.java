package packwitness.orders;

/** Hears how far an import is; called on the importing thread after each durable portion. */
@FunctionalInterface
public interface Progress {
    Progress QUIET = (done, rows) -> true;

    /** Returns whether to go on; where not, what was taken in so far stays and can be undone. */
    boolean at(long done, long rows);
}
