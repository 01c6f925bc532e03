package packwitness.value;

import java.util.concurrent.TimeUnit;

/** Waiting for threads that were told to end. */
public final class Threads {
    private Threads() {}

    /** Waits until the thread has ended; an interrupt meanwhile is kept for the caller. */
    public static void join(Thread thread) {
        join(thread, TimeUnit.DAYS.toMillis(10_000));
    }

    /** Waits until the thread has ended, at most so many milliseconds. */
    public static void join(Thread thread, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean interrupted = false;
        while (thread.isAlive()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) break;
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
