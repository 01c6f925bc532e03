package packwitness.ui.kit;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import packwitness.text.Explanation;
import packwitness.text.Messages;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The sentences of the language that is spoken now; a text bound here changes when the language
 * does. FX thread only.
 */
public final class Words {
    private final Map<Lang, Messages> books =
            new EnumMap<>(Map.of(Lang.ZH, Messages.of(Lang.ZH), Lang.EN, Messages.of(Lang.EN)));
    private final ReadOnlyObjectWrapper<Lang> lang;

    public Words(Lang first) {
        this.lang = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Lang> lang() {
        return lang.getReadOnlyProperty();
    }

    public void speak(Lang next) {
        lang.set(next);
    }

    /** Returns the sentence now. */
    public String say(String key, Object... arguments) {
        return messages().say(key, arguments);
    }

    /**
     * Returns what a platform is called, or the name itself where it is one that somebody typed.
     */
    public String platform(String name) {
        return messages().platform(name);
    }

    /** Returns the words one after another, as the language lists them. */
    public String list(Collection<String> all) {
        return all.stream().reduce((a, b) -> say("ui.list.two", a, b)).orElse("");
    }

    /** Returns the sentence as it is in whatever language is spoken. */
    public StringBinding text(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> say(key, arguments), lang);
    }

    /** Returns what the maker says, made anew when the language or one of the sources changes. */
    public StringBinding text(Supplier<String> maker, Observable... sources) {
        Observable[] all = new Observable[sources.length + 1];
        System.arraycopy(sources, 0, all, 0, sources.length);
        all[sources.length] = lang;
        return Bindings.createStringBinding(maker::get, all);
    }

    /** Explains trouble in the world, or a mistake of ours by its code. */
    public Explanation explain(Exception e) {
        return e instanceof Failure failure
                ? messages().explain(failure)
                : messages().explainMistake(e);
    }

    private Messages messages() {
        return Objects.requireNonNull(books.get(lang.get()), "every language has its book");
    }
}
