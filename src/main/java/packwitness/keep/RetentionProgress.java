package packwitness.keep;

/** Hears of a run; called by the thread that runs. */
@FunctionalInterface
public interface RetentionProgress {
    /** A run that nobody watches. */
    RetentionProgress UNSEEN = (done, all) -> true;

    /** Returns false to end the run after what is done; nothing is left half done. */
    boolean goOn(int done, int all);
}
