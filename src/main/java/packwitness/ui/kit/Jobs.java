package packwitness.ui.kit;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What runs in the background of one window and what came of the last, newest first. FX thread. */
public final class Jobs {
    private static final int REMEMBERED = 20;

    private final ObservableList<Job> all = FXCollections.observableArrayList();
    private final List<Consumer<Job>> listeners = new ArrayList<>();
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    public ObservableList<Job> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /** Returns how many run now. */
    public ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Calls the listener with each job that has ended, however it did. */
    public void whenEnded(Consumer<Job> listener) {
        listeners.add(listener);
    }

    void add(Job job) {
        all.addFirst(job);
        running.set(running.get() + 1);
        job.state()
                .subscribe((before, now) -> {
                    if (!before.goes() || now.goes()) return;
                    running.set(running.get() - 1);
                    listeners.forEach(listener -> listener.accept(job));
                });
        while (all.size() > REMEMBERED && !all.getLast().state().get().goes()) all.removeLast();
    }

    /** Takes out what has ended. */
    public void clear() {
        all.removeIf(job -> !job.state().get().goes());
    }
}
