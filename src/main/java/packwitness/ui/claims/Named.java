package packwitness.ui.claims;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import packwitness.ui.kit.Words;

import java.util.List;
import java.util.function.Function;

/** Values of a box by the words for them, in the language spoken now. */
final class Named<T> extends StringConverter<T> {
    private final Function<T, String> says;
    private final List<T> all;

    private Named(Function<T, String> says, List<T> all) {
        this.says = says;
        this.all = all;
    }

    /** Returns a box of all values, whose words follow the language. */
    static <T> ComboBox<T> box(String id, List<T> all, Words words, Function<T, String> says) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        // A new converter makes the box write its words anew.
        words.lang().subscribe(now -> box.setConverter(new Named<>(says, all)));
        return box;
    }

    @Override
    public String toString(@Nullable T one) {
        return one == null ? "" : says.apply(one);
    }

    @Override
    public T fromString(String text) {
        return all.stream()
                .filter(one -> says.apply(one).equals(text))
                .findFirst()
                .orElse(all.getFirst());
    }
}
