package packwitness.ui.keep;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import packwitness.keep.BackupResult;
import packwitness.keep.DrillResult;
import packwitness.keep.ErasedPerson;
import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.PersonData;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.keep.RetentionRules;
import packwitness.keep.Waiting;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Progress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One job at a time, with its progress and a way to end it. FX thread only. */
public final class KeepViewModel {
    private static final long BETWEEN_NEWS_NANOS = 50_000_000;
    private static final long TELLABLE_NANOS = 2_000_000_000;

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
    private final ReadOnlyObjectWrapper<Optional<Duration>> left = wrapper();
    private final ReadOnlyObjectWrapper<Optional<PersonData>> person = wrapper();
    private final ReadOnlyObjectWrapper<Optional<ErasedPerson>> erased = wrapper();
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
    private final StringProperty asked = new SimpleStringProperty("");
    private AtomicBoolean going = new AtomicBoolean();
    private boolean looking;

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

    /** Returns how long the job may still take, once that can be told. */
    ReadOnlyObjectProperty<Optional<Duration>> left() {
        return left.getReadOnlyProperty();
    }

    /** Account name, order number or waybill of the person who asks for their data. */
    StringProperty asked() {
        return asked;
    }

    ReadOnlyObjectProperty<Optional<PersonData>> person() {
        return person.getReadOnlyProperty();
    }

    /** Returns whether the person's data may be read in full. */
    ReadOnlyBooleanProperty revealed() {
        return revealed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ErasedPerson>> erased() {
        return erased.getReadOnlyProperty();
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
                                "ui.keep.job.clear",
                                watch -> () -> service.run(now.plan(), watch),
                                done -> cleared.set(Optional.of(done))));
    }

    /** Follows the rules where it is time to; asked every minute. */
    void night() {
        if (looking || busy.get()) return;
        looking = true;
        background.run(
                service::night,
                done -> {
                    looking = false;
                    if (done.isPresent()) look();
                },
                e -> {
                    looking = false;
                    trouble.set(e);
                });
    }

    /** Sets the rules, and looks what they would let go. */
    void rules(RetentionRules rules) {
        trouble.set(null);
        background.run(
                () -> {
                    service.rules(rules);
                    return service.look();
                },
                now -> page.set(Optional.of(now)),
                trouble::set);
    }

    /** Brings the files of a parcel back; it is on hold for this reason from then on. */
    void bringBack(Waiting waiting, String why) {
        job(
                "ui.keep.job.back",
                watch ->
                        () -> {
                            service.bringBack(waiting, why);
                            return true;
                        },
                done -> {});
    }

    /** Looks for what is held of the person that was typed. */
    void findPerson() {
        trouble.set(null);
        erased.set(Optional.empty());
        revealed.set(false);
        String text = asked.get();
        background.run(
                () -> service.person(text),
                found -> person.set(Optional.of(found)),
                e -> {
                    person.set(Optional.empty());
                    trouble.set(e);
                });
    }

    /** Shows the person's data in full; the ledger notes it first. */
    void reveal() {
        person.get()
                .ifPresent(data ->
                        background.run(
                                () -> {
                                    service.revealed(data);
                                    return data;
                                },
                                shown ->
                                        revealed.set(
                                                person.get().filter(shown::equals).isPresent()),
                                trouble::set));
    }

    /** Erases what is held of the person, but for parcels on hold; a reason must be there. */
    void erase(String why, boolean withVideos) {
        if (why.isBlank() || person.get().isEmpty()) return;
        String text = asked.get();
        job(
                "ui.keep.job.erase",
                watch -> () -> service.erase(text, why.strip(), withVideos),
                done -> {
                    erased.set(Optional.of(done));
                    person.set(Optional.empty());
                    revealed.set(false);
                });
    }

    void check() {
        job(
                "ui.keep.job.check",
                watch -> () -> service.check(watch),
                done -> report.set(Optional.of(done)));
    }

    /** Does these repairs, and looks again. */
    void repair(List<Fault> faults) {
        job(
                "ui.keep.job.repair",
                watch ->
                        () -> {
                            service.repair(faults, watch);
                            return service.check(watch);
                        },
                done -> report.set(Optional.of(done)));
    }

    void backup(Path folder) {
        job(
                "ui.keep.job.backup",
                watch -> () -> service.backup(folder, watch),
                done -> copied.set(Optional.of(done)));
    }

    void drill(Path folder) {
        job(
                "ui.keep.job.drill",
                watch -> () -> service.drill(folder, watch),
                done -> drilled.set(Optional.of(done)));
    }

    /** Ends the job after the step it is at. */
    void cancel() {
        going.set(false);
    }

    private interface Watched<T> {
        Callable<T> by(RetentionProgress watch);
    }

    private <T> void job(String title, Watched<T> work, Consumer<T> done) {
        if (busy.get()) return;
        busy.set(true);
        progress.set(0);
        left.set(Optional.empty());
        trouble.set(null);
        AtomicBoolean mine = new AtomicBoolean(true);
        going = mine;
        background.job(
                title,
                listed -> work.by(new Watch(mine, listed)).call(),
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
        private final Progress listed;
        private final long began = System.nanoTime();
        private long told = began;

        Watch(AtomicBoolean goes, Progress listed) {
            this.goes = goes;
            this.listed = listed;
        }

        @Override
        public boolean goOn(int done, int all) {
            long now = System.nanoTime();
            if (now - told > BETWEEN_NEWS_NANOS) {
                told = now;
                double part = all == 0 ? 1 : (double) done / all;
                Optional<Duration> still =
                        part > 0 && now - began > TELLABLE_NANOS
                                ? Optional.of(
                                        Duration.ofNanos(
                                                (long) ((now - began) / part * (1 - part))))
                                : Optional.empty();
                background.show(() -> {
                    progress.set(part);
                    left.set(still);
                });
            }
            return listed.at(done, all) && goes.get();
        }
    }
}
