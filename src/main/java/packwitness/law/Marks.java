package packwitness.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the conditions of the rules may ask about: names with one or more values. Adding returns new
 * marks.
 */
final class Marks {
    private final Map<String, List<Object>> values;
    private final Map<String, Wording> words;

    private Marks(Map<String, List<Object>> values, Map<String, Wording> words) {
        this.values = values;
        this.words = words;
    }

    static Marks none() {
        return new Marks(Map.of(), Map.of());
    }

    Marks with(String name, Object value) {
        return withAll(name, List.of(value));
    }

    /** Names a mark with any number of values; none means that nothing is known. */
    Marks withAll(String name, Collection<?> several) {
        Map<String, List<Object>> more = new LinkedHashMap<>(values);
        more.put(name, List.copyOf(several));
        return new Marks(more, words);
    }

    /** Adds a word for sentences. */
    Marks word(String name, Wording wording) {
        Map<String, Wording> more = new LinkedHashMap<>(words);
        more.put(name, wording);
        return new Marks(values, more);
    }

    Marks word(String name, String same) {
        return word(name, new Wording(same, same));
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    Set<String> texts(String name) {
        return known(name).stream().map(Marks::text).collect(Collectors.toSet());
    }

    private static String text(Object value) {
        return switch (value) {
            case Tier tier -> tier.name();
            case Enum<?> other -> other.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    List<BigDecimal> numbers(String name) {
        return known(name).stream().map(value -> new BigDecimal(value.toString())).toList();
    }

    LocalDate day(String name) {
        return (LocalDate) known(name).getFirst();
    }

    List<LocalDate> days(String name) {
        return known(name).stream().map(LocalDate.class::cast).toList();
    }

    /** Returns the sentence with its {names} filled in, in both languages. */
    Wording fill(Wording sentence) {
        String zh = sentence.zh();
        String en = sentence.en();
        for (Map.Entry<String, Wording> word : words.entrySet()) {
            String place = "{" + word.getKey() + "}";
            zh = zh.replace(place, word.getValue().zh());
            en = en.replace(place, word.getValue().en());
        }
        return new Wording(zh, en);
    }

    private List<Object> known(String name) {
        List<Object> value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no such mark: " + name);
        }
        return value;
    }
}
