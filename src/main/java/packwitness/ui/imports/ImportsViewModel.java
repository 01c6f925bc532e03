package packwitness.ui.imports;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.orders.Field;
import packwitness.orders.ImportPreview;
import packwitness.orders.ImportRecord;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state of the import screen. FX thread only. */
public final class ImportsViewModel {
    private final ImportService service;
    private final Background background;
    private final Background.Lane looks;
    private final ReadOnlyObjectWrapper<ImportStep> step =
            new ReadOnlyObjectWrapper<>(ImportStep.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportService.Taken>> taken =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OrderImport.Undone>> undone =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ObservableList<ImportRecord> history = FXCollections.observableArrayList();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<ImportService.Watched> watched =
            new ReadOnlyObjectWrapper<>(new ImportService.Watched(Optional.empty(), List.of()));
    private final ObservableList<Path> queue = FXCollections.observableArrayList();
    private boolean glancing;
    private boolean gone;
    private @Nullable Exception goneTrouble;

    public ImportsViewModel(ImportService service, Background background) {
        this.service = service;
        this.background = background;
        this.looks = background.lane();
    }

    public ReadOnlyObjectProperty<ImportStep> step() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportService.Taken>> taken() {
        return taken.getReadOnlyProperty();
    }

    /** Returns what undoing did last. */
    public ReadOnlyObjectProperty<Optional<OrderImport.Undone>> undone() {
        return undone.getReadOnlyProperty();
    }

    /** Returns the import or undoing that runs, or the one that ran last. */
    public ReadOnlyObjectProperty<Optional<Job>> job() {
        return job.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Returns the imports of this vault, the newest first. */
    public ObservableList<ImportRecord> history() {
        return history;
    }

    /** Returns the files that come after the one that is shown. */
    public ObservableList<Path> queue() {
        return queue;
    }

    /** Shows the first of these files; the others wait until it is taken in or passed over. */
    public void choose(List<Path> files) {
        if (files.isEmpty() || step.get().writes()) return;
        queue.setAll(files.subList(1, files.size()));
        choose(files.getFirst());
    }

    /** Goes on with the next file that waits. */
    public void next() {
        if (queue.isEmpty() || step.get().writes()) return;
        choose(queue.removeFirst());
    }

    /** Reads the file and shows what it holds. */
    public void choose(Path file) {
        if (step.get().writes()) return;
        fields.clear();
        skipped.clear();
        preview.set(Optional.empty());
        look(file);
    }

    /** Takes the heading for this field, or for nothing, and reads the file again. */
    public void map(String heading, Optional<Field> field) {
        Optional<ImportPreview> shown = preview.get();
        if (shown.isEmpty() || step.get().writes()) return;
        fields.remove(heading);
        skipped.remove(heading);
        if (field.isPresent()) fields.put(heading, field.get());
        else skipped.add(heading);
        look(shown.get().file());
    }

    private void look(Path file) {
        trouble.set(null);
        taken.set(Optional.empty());
        undone.set(Optional.empty());
        step.set(ImportStep.LOOKING);
        Mapping said = mapping();
        looks.run(
                () -> service.preview(file, said),
                found -> {
                    preview.set(Optional.of(found));
                    step.set(ImportStep.PREVIEW);
                },
                e -> {
                    trouble.set(e);
                    step.set(preview.get().isEmpty() ? ImportStep.EMPTY : ImportStep.PREVIEW);
                });
    }

    /** Takes the file in. */
    public void start() {
        Optional<ImportPreview> shown = preview.get();
        if (step.get() != ImportStep.PREVIEW || shown.isEmpty()) return;
        trouble.set(null);
        step.set(ImportStep.RUNNING);
        Path file = shown.get().file();
        Mapping said = mapping();
        job.set(
                Optional.of(
                        background.job(
                                "kit.job.import",
                                watch -> service.take(file, said, watch::at),
                                done -> {
                                    taken.set(Optional.of(done));
                                    step.set(ImportStep.DONE);
                                    refresh();
                                },
                                e -> {
                                    trouble.set(e);
                                    step.set(ImportStep.PREVIEW);
                                    refresh();
                                },
                                file.getFileName())));
    }

    /** Stops after the portion that is being written. */
    public void cancel() {
        job.get().ifPresent(Job::cancel);
    }

    /** Takes back what an import brought. */
    public void undo(long importId) {
        if (step.get().writes()) return;
        // What is being taken back stands no longer there as imported.
        boolean shown = taken.get().filter(t -> t.imported().importId() == importId).isPresent();
        ImportStep before = shown ? ImportStep.PREVIEW : step.get();
        trouble.set(null);
        undone.set(Optional.empty());
        step.set(ImportStep.UNDOING);
        job.set(
                Optional.of(
                        background.job(
                                "ui.imports.undoing",
                                watch -> service.undo(importId, watch::at),
                                done -> {
                                    undone.set(Optional.of(done));
                                    step.set(before);
                                    refresh();
                                },
                                e -> {
                                    trouble.set(e);
                                    step.set(before);
                                    refresh();
                                },
                                importId)));
    }

    /** Reads the list of imports anew, and what became of the files of the watched folder. */
    public void refresh() {
        background.run(service::history, history::setAll, trouble::set);
        readWatched();
    }

    /** Reads which folder is watched, and what became of its files. */
    public void readWatched() {
        background.run(service::watched, watched::set, trouble::set);
    }

    /** Returns the watched folder and what became of its files. */
    public ReadOnlyObjectProperty<ImportService.Watched> watched() {
        return watched.getReadOnlyProperty();
    }

    /** Watches this folder from now on, or none. */
    public void watch(Optional<Path> folder) {
        trouble.set(null);
        background.run(
                () -> {
                    service.watch(folder);
                    return service.watched();
                },
                now -> {
                    watched.set(now);
                    glance();
                },
                trouble::set);
    }

    /** Takes in what is new in the watched folder; asked every few seconds. */
    public void glance() {
        if (glancing || watched.get().folder().isEmpty()) return;
        glancing = true;
        background.run(
                service::look,
                found -> {
                    glancing = false;
                    if (gone && trouble.get() == goneTrouble) trouble.set(null);
                    gone = false;
                    if (found > 0) refresh();
                },
                e -> {
                    glancing = false;
                    // A folder that is away is told once, not every few seconds.
                    if (gone) return;
                    gone = true;
                    goneTrouble = e;
                    trouble.set(e);
                });
    }

    private Mapping mapping() {
        return new Mapping(fields, skipped);
    }
}
