package packwitness.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.setting.Setting;
import packwitness.setting.SettingBook;
import packwitness.setting.SettingBook.Held;
import packwitness.ui.kit.Background;
import packwitness.value.Failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** All settings, what is looked for among them, and what can be undone. FX thread only. */
public final class SettingsViewModel {
    private final SettingBook book;
    private final Door door;
    private final Background background;
    private final Consumer<Held> changed;
    private final ObservableList<Held> all = FXCollections.observableArrayList();
    private final StringProperty asked = new SimpleStringProperty("");
    private final BooleanProperty changedOnly = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final Deque<Held> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Held>> undoable =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Makes an empty one.
     *
     * @param door asked before anything is changed that is not about this screen alone
     * @param changed told of each setting that was changed
     */
    public SettingsViewModel(
            SettingBook book, Door door, Background background, Consumer<Held> changed) {
        this.book = book;
        this.door = door;
        this.background = background;
        this.changed = changed;
    }

    ObservableList<Held> all() {
        return all;
    }

    StringProperty asked() {
        return asked;
    }

    BooleanProperty changedOnly() {
        return changedOnly;
    }

    ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** What the last change changed, as it was before it; nothing where nothing can be undone. */
    ReadOnlyObjectProperty<Optional<Held>> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Reads all settings anew. */
    void refresh() {
        background.run(book::all, all::setAll, trouble::set);
    }

    void set(Held held, String typed) {
        if (typed.strip().equals(held.value())) return;
        change(held, () -> book.set(held.setting(), typed), true);
    }

    void reset(Held held) {
        change(held, () -> book.reset(held.setting()), true);
    }

    /** Takes the last change back. */
    void undo() {
        if (before.isEmpty()) return;
        Held last = before.pop();
        undoable.set(Optional.ofNullable(before.peek()));
        change(
                last,
                () ->
                        last.changed()
                                ? book.set(last.setting(), last.value())
                                : book.reset(last.setting()),
                false);
    }

    /** Lets a change pass, or refuses it; slow. */
    @FunctionalInterface
    public interface Door {
        void pass() throws Failure;
    }

    private interface Change {
        Held done() throws Failure;
    }

    private void change(Held held, Change change, boolean canBeUndone) {
        trouble.set(null);
        background.run(
                () -> {
                    // How a screen looks is everybody's; what a shop does is not.
                    if (held.setting().group() != Setting.Group.SCREEN) door.pass();
                    return change.done();
                },
                now -> {
                    if (canBeUndone) {
                        before.push(held);
                        undoable.set(Optional.of(held));
                    }
                    all.replaceAll(one -> one.setting().equals(now.setting()) ? now : one);
                    changed.accept(now);
                },
                e -> {
                    trouble.set(e);
                    refresh();
                });
    }
}
