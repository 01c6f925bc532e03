package packwitness.storage;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;

/**
 * Lets another thread end reading work that nobody waits for any more: the statement that runs is
 * interrupted and {@link CancellationException} comes out of {@link Database#read}. Safe for any
 * thread.
 */
public final class Cancellation {
    private boolean cancelled;
    private @Nullable Statement running;

    /** Ends the work now, or as soon as it begins. */
    public synchronized void cancel() {
        cancelled = true;
        if (running == null) return;
        try {
            running.cancel();
        } catch (SQLException e) {
            // It ends by itself a little later.
            System.getLogger("packwitness.storage").log(System.Logger.Level.DEBUG, "cancel", e);
        }
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Leaves the work where it was cancelled. */
    public void check() {
        if (cancelled()) throw new CancellationException();
    }

    synchronized void begins(Statement statement) {
        check();
        running = statement;
    }

    synchronized void ends() {
        running = null;
    }
}
