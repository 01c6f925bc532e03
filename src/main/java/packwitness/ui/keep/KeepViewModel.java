package packwitness.ui.keep;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.keep.BackupResult;
import packwitness.keep.DrillResult;
import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.ui.kit.Background;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One job at a time, with its progress and a way to end it. FX thread only. */
public final class KeepViewModel {
    private static final long BETWEEN_NEWS_NANOS = 50_000_000;

    private final KeepService service;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<KeepPage>> page = wrapper();
    private final ReadOnlyObjectWrapper<Optional<RetentionResult>> cleared = wrapper();
    private final ReadOnlyObjectWrapper<Optional<IntegrityReport>> report = wrapper();
    private final ReadOnlyObjectWrapper<Optional<BackupResult>> copied = wrapper();
    private final ReadOnlyObjectWrapper<Optional<DrillResult>> drilled = wrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private AtomicBoolean going = new AtomicBoolean();

    public KeepViewModel(KeepService service, Background background) {
        this.service = service;
        this.background = background;
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> wrapper() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    ReadOnlyObjectProperty<Optional<KeepPage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RetentionResult>> cleared() {
        return cleared.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<IntegrityReport>> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<BackupResult>> copied() {
        return copied.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DrillResult>> drilled() {
        return drilled.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    DoubleProperty progress() {
        return progress;
    }

    ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Reads anew what is kept and what would go. */
    void look() {
        background.run(service::look, now -> page.set(Optional.of(now)), trouble::set);
    }

    /** Does what the plan on the screen says, and nothing that is not on it. */
    void clear() {
        page.get()
                .filter(now -> !now.plan().isEmpty())
                .ifPresent(now ->
                        job(
                                watch -> () -> service.run(now.plan(), watch),
                                done -> cleared.set(Optional.of(done))));
    }

    void check() {
        job(watch -> () -> service.check(watch), done -> report.set(Optional.of(done)));
    }

    /** Does one repair, and looks again. */
    void repair(Fault fault) {
        job(
                watch ->
                        () -> {
                            service.repair(fault);
                            return service.check(watch);
                        },
                done -> report.set(Optional.of(done)));
    }

    void backup(Path folder) {
        job(watch -> () -> service.backup(folder, watch), done -> copied.set(Optional.of(done)));
    }

    void drill(Path folder) {
        job(watch -> () -> service.drill(folder), done -> drilled.set(Optional.of(done)));
    }

    /** Ends the job after the step it is at. */
    void cancel() {
        going.set(false);
    }

    private interface Job<T> {
        Callable<T> watchedBy(RetentionProgress watch);
    }

    private <T> void job(Job<T> job, Consumer<T> done) {
        if (busy.get()) return;
        busy.set(true);
        progress.set(0);
        trouble.set(null);
        AtomicBoolean mine = new AtomicBoolean(true);
        going = mine;
        background.run(
                job.watchedBy(new Watch(mine)),
                result -> {
                    busy.set(false);
                    done.accept(result);
                    look();
                },
                e -> {
                    busy.set(false);
                    trouble.set(e);
                    look();
                });
    }

    /** Tells the screen now and then; called by the worker. */
    private final class Watch implements RetentionProgress {
        private final AtomicBoolean goes;
        private long told = System.nanoTime();

        Watch(AtomicBoolean goes) {
            this.goes = goes;
        }

        @Override
        public boolean goOn(int done, int all) {
            long now = System.nanoTime();
            if (now - told > BETWEEN_NEWS_NANOS) {
                told = now;
                double part = all == 0 ? 1 : (double) done / all;
                background.show(() -> progress.set(part));
            }
            return goes.get();
        }
    }
}
