package packwitness.ui.check;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.shop.Handed;
import packwitness.storage.Cancellation;
import packwitness.ui.kit.Background;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/** What is being verified, how far that is, and what came of it. FX thread only. */
public final class CheckViewModel {
    private static final long PERCENT = 100;

    /** A careful guess until it is known: checks read, hash and compute. */
    private static final double BYTES_A_SECOND = 250e6;

    private static final Duration AT_LEAST = Duration.ofMillis(1500);
    private static final double ALMOST = 0.96;

    private final CheckService service;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Path>> subjects =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Working>> working =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Handed>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private Cancellation running = new Cancellation();
    private Optional<String> parcel = Optional.empty();

    /**
     * A check that is under way.
     *
     * @param known how much is done for certain, from 0 to 1
     * @param expected how long all of it may take
     */
    public record Working(long startedNanos, double known, Duration expected) {
        /** Returns how much may be done by now, never quite all. */
        public double share(long nowNanos) {
            double guessed = (nowNanos - startedNanos) / (double) expected.toNanos();
            return Math.max(known, Math.min(ALMOST, guessed));
        }

        /** Returns how long it may still take; nothing once it takes longer than thought. */
        public Optional<Duration> left(long nowNanos) {
            Duration left = expected.minusNanos(nowNanos - startedNanos);
            return left.isNegative() ? Optional.empty() : Optional.of(left);
        }
    }

    public CheckViewModel(CheckService service, Background background) {
        this.service = service;
        this.background = background;
    }

    /** Returns what was given. */
    public ReadOnlyObjectProperty<List<Path>> subjects() {
        return subjects.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Working>> working() {
        return working.getReadOnlyProperty();
    }

    /** Returns what came of the last check that was not left. */
    public ReadOnlyObjectProperty<Optional<Handed>> result() {
        return result.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Returns the vault that is open. */
    public Optional<Path> vault() {
        return service.vault();
    }

    /** Checks what was handed over, all of it together. */
    public void check(List<Path> paths) {
        begin(Optional.empty(), paths, service::check);
    }

    /** Checks the recordings of a parcel in the open vault, each by itself. */
    public void checkEach(String number, List<Path> paths) {
        begin(Optional.of(number), paths, service::checkEach);
    }

    /** Returns the number of the parcel whose recordings were given, where it is one. */
    Optional<String> parcel() {
        return parcel;
    }

    private interface Way {
        Handed check(List<Path> paths, Cancellation cancellation, DoubleConsumer share)
                throws Failure;
    }

    private void begin(Optional<String> number, List<Path> paths, Way way) {
        cancel();
        if (paths.isEmpty()) return;
        Cancellation mine = new Cancellation();
        running = mine;
        parcel = number;
        // Set anew although the same files may be asked again: the number may be another.
        subjects.set(List.of());
        subjects.set(List.copyOf(paths));
        result.set(Optional.empty());
        trouble.set(null);
        working.set(Optional.of(new Working(System.nanoTime(), 0, AT_LEAST)));
        background.job(
                "kit.job.verify",
                watch -> {
                    expect(mine, service.bytes(paths));
                    return way.check(
                            paths,
                            mine,
                            share -> {
                                known(mine, share);
                                if (!watch.at(Math.round(share * PERCENT), PERCENT)) mine.cancel();
                            });
                },
                handed -> {
                    if (mine != running) return;
                    working.set(Optional.empty());
                    result.set(Optional.of(handed));
                },
                e -> {
                    if (mine != running) return;
                    working.set(Optional.empty());
                    if (!(e instanceof CancellationException)) trouble.set(e);
                },
                paths.size());
    }

    private void expect(Cancellation mine, long bytes) {
        Duration expected = AT_LEAST.plusMillis((long) (bytes / BYTES_A_SECOND * 1000));
        background.show(() -> {
            if (mine == running)
                working.get()
                        .ifPresent(now ->
                                working.set(
                                        Optional.of(
                                                new Working(
                                                        now.startedNanos(),
                                                        now.known(),
                                                        expected))));
        });
    }

    private void known(Cancellation mine, double share) {
        background.show(() -> {
            if (mine == running)
                working.get()
                        .ifPresent(now ->
                                working.set(
                                        Optional.of(
                                                new Working(
                                                        now.startedNanos(),
                                                        share / 2,
                                                        now.expected()))));
        });
    }

    /** Leaves what is under way; its outcome is not shown any more. */
    public void cancel() {
        running.cancel();
        running = new Cancellation();
        working.set(Optional.empty());
    }
}
