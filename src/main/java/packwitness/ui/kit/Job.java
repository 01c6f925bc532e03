package packwitness.ui.kit;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One piece of slow work in the list of jobs. FX thread only, but for what it hands the work. */
public final class Job {
    /** How it stands with a job. */
    public enum State {
        RUNNING,
        /** It was asked to end and ends after the step it is at. */
        ENDING,
        DONE,
        CANCELLED,
        FAILED;

        /** Returns whether something still runs. */
        public boolean goes() {
            return this == RUNNING || this == ENDING;
        }

        Mark mark() {
            return switch (this) {
                case RUNNING -> Mark.RUNNING;
                case ENDING, CANCELLED -> Mark.ATTENTION;
                case DONE -> Mark.READY;
                case FAILED -> Mark.TROUBLE;
            };
        }
    }

    /** The progress of work that cannot say how far it is. */
    public static final double UNKNOWN = -1;

    /** What the first moments say of the rest is no use to anybody. */
    private static final long SOONEST_GUESS_NANOS = 1_000_000_000;

    private static final long BETWEEN_NEWS_NANOS = 50_000_000;

    private final String title;
    private final List<Object> arguments;
    private final Background background;
    private final long began = System.nanoTime();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper(UNKNOWN);
    private Optional<Exception> failure = Optional.empty();
    private long ended;

    Job(String title, List<Object> arguments, Background background) {
        this.title = title;
        this.arguments = List.copyOf(arguments);
        this.background = background;
    }

    /** Returns the key of its words. */
    public String title() {
        return title;
    }

    /** Returns what fills the places of its words. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Returns how much is done, 0 to 1, or {@link #UNKNOWN}. */
    public ReadOnlyDoubleProperty part() {
        return part.getReadOnlyProperty();
    }

    /** Returns why it failed. */
    public Optional<Exception> failure() {
        return failure;
    }

    /** Asks the work to end; it ends after the step it is at. */
    public void cancel() {
        if (state.get() != State.RUNNING) return;
        cancelled.set(true);
        state.set(State.ENDING);
    }

    /** Returns how long it has been running, or ran. */
    public Duration took() {
        return Duration.ofNanos((state.get().goes() ? System.nanoTime() : ended) - began);
    }

    /** Returns how long it will still take if it goes on as before; nothing while unknown. */
    public Optional<Duration> left() {
        double done = part.get();
        long so = System.nanoTime() - began;
        if (!state.get().goes() || done <= 0 || so < SOONEST_GUESS_NANOS) return Optional.empty();
        return Optional.of(Duration.ofNanos((long) (so * (1 - done) / done)));
    }

    Progress progress() {
        return new News();
    }

    void done() {
        end(cancelled.get() ? State.CANCELLED : State.DONE);
    }

    void failed(Exception e) {
        failure = Optional.of(e);
        boolean asked = cancelled.get() || e instanceof java.util.concurrent.CancellationException;
        end(asked ? State.CANCELLED : State.FAILED);
    }

    private void end(State how) {
        ended = System.nanoTime();
        if (how == State.DONE) part.set(1);
        state.set(how);
    }

    private final class News implements Progress {
        private long told = System.nanoTime() - BETWEEN_NEWS_NANOS;

        @Override
        public boolean at(long done, long all) {
            long now = System.nanoTime();
            if (now - told >= BETWEEN_NEWS_NANOS) {
                told = now;
                double share = all <= 0 ? UNKNOWN : Math.clamp((double) done / all, 0, 1);
                background.show(() -> {
                    if (state.get().goes()) part.set(share);
                });
            }
            return !cancelled.get();
        }

        @Override
        public boolean cancelled() {
            return cancelled.get();
        }
    }
}
