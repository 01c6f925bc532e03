package packwitness.ui.kit;

import packwitness.value.Failure;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs slow work on the worker and brings its outcome to the FX thread. With {@code new
 * Background(Runnable::run, Runnable::run)} all of it happens at once, without a toolkit.
 */
public final class Background {
    private final Executor worker;
    private final Executor fx;
    private final Jobs jobs;

    public Background(Executor worker, Executor fx) {
        this(worker, fx, new Jobs());
    }

    private Background(Executor worker, Executor fx, Jobs jobs) {
        this.worker = worker;
        this.fx = fx;
        this.jobs = jobs;
    }

    /** Returns the usual one: work on the worker, outcomes on the FX thread. */
    public static Background on(Executor worker) {
        return new Background(worker, Fx.thread());
    }

    /** Returns one that works elsewhere and whose jobs stand in the same list. */
    public Background beside(Executor other) {
        return new Background(other, fx, jobs);
    }

    /** Returns the list of this window's jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /**
     * Runs work that may take more than a moment as a job of the list, where it can be watched and
     * cancelled; exactly one of the two is called afterwards. Call on the FX thread.
     *
     * @param title key of the words for it, whose places the arguments fill
     */
    public <T> Job job(
            String title,
            Work<T> work,
            Consumer<T> done,
            Consumer<Exception> failed,
            Object... arguments) {
        Job job = new Job(title, List.of(arguments), this);
        jobs.add(job);
        Progress progress = job.progress();
        run(
                () -> work.run(progress),
                result -> {
                    job.done();
                    done.accept(result);
                },
                e -> {
                    job.failed(e);
                    failed.accept(e);
                });
        return job;
    }

    /**
     * Runs the work; exactly one of the two is called afterwards. Where the worker has ended, with
     * the window it worked for, neither is: an answer of the last moment may still ask for more.
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            worker.execute(() -> answer(work, done, failed));
        } catch (RejectedExecutionException ended) {
            System.getLogger("packwitness.ui").log(System.Logger.Level.DEBUG, "ended", ended);
        }
    }

    /** Runs something on the FX thread, for news that come from threads of the services. */
    public void show(Runnable work) {
        fx.execute(work);
    }

    /** Returns a lane, on which an answer counts only as long as nothing newer was asked. */
    public Lane lane() {
        return new Lane();
    }

    private <T> void answer(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T found;
        try {
            found = work.call();
        } catch (Exception e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            if (!(e instanceof Failure || e instanceof CancellationException)) Mistakes.log(e);
            fx.execute(() -> failed.accept(e));
            return;
        } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
            // The screen must not wait for ever for an answer that died on the way.
            Mistakes.log(e);
            fx.execute(() -> failed.accept(new IllegalStateException(e)));
            return;
        }
        fx.execute(() -> done.accept(found));
    }

    /** One question at a time: late answers to earlier questions are dropped. */
    public final class Lane {
        private final AtomicLong newest = new AtomicLong();

        private Lane() {}

        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            long mine = newest.incrementAndGet();
            Background.this.run(
                    () -> newest.get() == mine ? work.call() : null,
                    found -> {
                        if (newest.get() == mine && found != null) done.accept(found);
                    },
                    e -> {
                        if (newest.get() == mine) failed.accept(e);
                    });
        }

        /** Drops whatever is still under way. */
        public void drop() {
            newest.incrementAndGet();
        }
    }
}
