package packwitness.inspect.compare;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs independent steps side by side on the threads the machine has; the order never matters. */
final class Together {
    private static final int STRIPS = 8;

    private Together() {}

    /** Runs both and returns when both are done, even where one of them fails. */
    static void run(Runnable first, Runnable second) {
        ForkJoinTask<?> other = ForkJoinPool.commonPool().submit(second);
        try {
            first.run();
        } finally {
            other.join();
        }
    }

    /** A step over the rows from one to before another. */
    interface Rows {
        void run(int from, int to);
    }

    /** Runs the step over all rows, some at a time. */
    static void rows(int height, Rows step) {
        int strips = Math.min(height, STRIPS);
        each(strips, s -> step.run(height * s / strips, height * (s + 1) / strips));
    }

    /** Runs the step for 0 to {@code n} - 1. */
    static void each(int n, IntConsumer step) {
        IntStream.range(0, n).parallel().forEach(step);
    }
}
