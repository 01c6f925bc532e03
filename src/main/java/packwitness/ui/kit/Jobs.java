package packwitness.ui.kit;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What runs in the background of one window and what came of the last, newest first. FX thread. */
public final class Jobs {
    private static final int REMEMBERED = 20;

    private final ObservableList<Job> all = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    public ObservableList<Job> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /** Returns how many run now. */
    public ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    void add(Job job) {
        all.addFirst(job);
        running.set(running.get() + 1);
        job.state()
                .subscribe((before, now) -> {
                    if (before.goes() && !now.goes()) running.set(running.get() - 1);
                });
        while (all.size() > REMEMBERED && !all.getLast().state().get().goes()) all.removeLast();
    }

    /** Takes out what has ended. */
    public void clear() {
        all.removeIf(job -> !job.state().get().goes());
    }
}
