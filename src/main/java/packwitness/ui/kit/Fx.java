package packwitness.ui.kit;

import javafx.application.Platform;

import java.util.concurrent.Executor;

/** The way onto the FX thread; the only user of the platform's own queue. Safe for any thread. */
public final class Fx {
    private Fx() {}

    /**
     * Starts the toolkit and runs the work on the FX thread; call once in a process. What goes
     * wrong there later is logged with its code and never shown as a stack trace.
     */
    public static void start(Runnable first) {
        Platform.startup(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> Mistakes.log(e));
            first.run();
        });
    }

    /** Runs the work on the FX thread, later. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /** Returns an executor whose work runs on the FX thread, at once where the caller is on it. */
    public static Executor thread() {
        return work -> {
            if (Platform.isFxApplicationThread()) work.run();
            else Platform.runLater(work);
        };
    }

    /** Says whether closing the last window ends the toolkit. */
    public static void endWithLastWindow(boolean ends) {
        Platform.setImplicitExit(ends);
    }

    /** Ends the toolkit. */
    public static void end() {
        Platform.exit();
    }
}
