package packwitness.ui.kit;

/** What slow work tells of itself; called by the thread that works. */
public interface Progress {
    /** Tells how much is done; returns false where the work shall end after what is done. */
    boolean at(long done, long all);

    /** Returns whether somebody wishes the work to end. */
    boolean cancelled();
}
