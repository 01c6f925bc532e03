package packwitness.ui.keep;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import packwitness.ui.kit.Job;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One job at a time, with its progress and a way to end it. FX thread only. */
public final class KeepViewModel {
    private final KeepService service;
    private final Background background;
    private final Background.Lane looks;
    private final ReadOnlyObjectWrapper<Optional<KeepPage>> page = wrapper();
    private final ReadOnlyObjectWrapper<Optional<RetentionResult>> cleared = wrapper();
    private final ReadOnlyObjectWrapper<Optional<IntegrityReport>> report = wrapper();
    private final ReadOnlyObjectWrapper<Optional<BackupResult>> copied = wrapper();
    private final ReadOnlyObjectWrapper<Optional<DrillResult>> drilled = wrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Job>> job = wrapper();
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<PersonData>> person = wrapper();
    private final ReadOnlyObjectWrapper<Optional<ErasedPerson>> erased = wrapper();
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
    private final StringProperty asked = new SimpleStringProperty("");
    private boolean looking;

    public KeepViewModel(KeepService service, Background background) {
        this.service = service;
        this.background = background;
        this.looks = background.lane();
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

    /** Returns the job that runs, or the one that ran last. */
    ReadOnlyObjectProperty<Optional<Job>> job() {
        return job.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
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
                                watch -> service.run(now.plan(), watch),
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
        job("ui.keep.job.back", watch -> service.bringBack(waiting, why, watch), done -> {});
    }

    /** Looks for what is held of the person that was typed. */
    void findPerson() {
        trouble.set(null);
        erased.set(Optional.empty());
        revealed.set(false);
        String text = asked.get();
        looks.run(
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
                watch -> service.erase(text, why.strip(), withVideos, watch),
                done -> {
                    erased.set(Optional.of(done));
                    person.set(Optional.empty());
                    revealed.set(false);
                });
    }

    void check() {
        job(
                "ui.keep.job.check",
                watch -> service.check(watch),
                done -> report.set(Optional.of(done)));
    }

    /** Does these repairs, and looks again. */
    void repair(List<Fault> faults) {
        job(
                "ui.keep.job.repair",
                watch -> {
                    service.repair(faults, watch);
                    return service.check(watch);
                },
                done -> report.set(Optional.of(done)));
    }

    void backup(Path folder) {
        job(
                "ui.keep.job.backup",
                watch -> service.backup(folder, watch),
                done -> copied.set(Optional.of(done)));
    }

    void drill(Path folder) {
        job(
                "ui.keep.job.drill",
                watch -> service.drill(folder, watch),
                done -> drilled.set(Optional.of(done)));
    }

    /** Ends the job after the step it is at. */
    void cancel() {
        job.get().ifPresent(Job::cancel);
    }

    private interface Watched<T> {
        T by(RetentionProgress watch) throws Failure;
    }

    private <T> void job(String title, Watched<T> work, Consumer<T> done) {
        if (busy.get()) return;
        busy.set(true);
        trouble.set(null);
        job.set(
                Optional.of(
                        background.job(
                                title,
                                listed -> work.by(listed::at),
                                result -> {
                                    busy.set(false);
                                    done.accept(result);
                                    look();
                                },
                                e -> {
                                    busy.set(false);
                                    trouble.set(e);
                                    look();
                                })));
    }
}
