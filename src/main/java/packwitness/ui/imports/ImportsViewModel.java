package packwitness.ui.imports;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

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
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ObservableList<ImportRecord> history = FXCollections.observableArrayList();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private AtomicBoolean going = new AtomicBoolean();

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

    /** Returns how much of the file is durable, 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Returns the imports of this vault, the newest first. */
    public ObservableList<ImportRecord> history() {
        return history;
    }

    /** Reads the file and shows what it holds. */
    public void choose(Path file) {
        if (step.get() == ImportStep.RUNNING) return;
        fields.clear();
        skipped.clear();
        preview.set(Optional.empty());
        look(file);
    }

    /** Takes the heading for this field, or for nothing, and reads the file again. */
    public void map(String heading, Optional<Field> field) {
        Optional<ImportPreview> shown = preview.get();
        if (shown.isEmpty() || step.get() == ImportStep.RUNNING) return;
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
        progress.set(0);
        step.set(ImportStep.RUNNING);
        Path file = shown.get().file();
        Mapping said = mapping();
        AtomicBoolean mine = new AtomicBoolean(true);
        going = mine;
        background.job(
                "kit.job.import",
                watch ->
                        service.take(
                                file,
                                said,
                                (done, rows) -> {
                                    double part = rows == 0 ? 0 : (double) done / rows;
                                    background.show(() -> progress.set(part));
                                    return watch.at(done, rows) && mine.get();
                                }),
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
                file.getFileName());
    }

    /** Stops after the portion that is being written. */
    public void cancel() {
        going.set(false);
    }

    /** Takes back what an import brought. */
    public void undo(long importId) {
        trouble.set(null);
        background.run(
                () -> service.undo(importId),
                done -> {
                    undone.set(Optional.of(done));
                    refresh();
                },
                trouble::set);
    }

    /** Reads the list of imports anew. */
    public void refresh() {
        background.run(service::history, history::setAll, trouble::set);
    }

    private Mapping mapping() {
        return new Mapping(fields, skipped);
    }
}
