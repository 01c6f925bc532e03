package packwitness.law;

import packwitness.value.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
    /** The values of a mark, and the same as the conditions spell them. */
    private record Known(List<Object> values, Set<String> texts) {}

    private final Map<String, Known> values;
    private final Map<String, Wording> words;

    private Marks(Map<String, Known> values, Map<String, Wording> words) {
        this.values = values;
        this.words = words;
    }

    static Marks none() {
        return new Marks(Map.of(), Map.of());
    }

    /** Starts new marks with all of these in them. */
    Writer more() {
        return new Writer(this);
    }

    Marks with(String name, Object value) {
        return more().with(name, value).done();
    }

    /** Adds a word for sentences. */
    Marks word(String name, Wording wording) {
        return more().word(name, wording).done();
    }

    Marks word(String name, String same) {
        return word(name, new Wording(same, same));
    }

    /** Collects marks; used once. */
    static final class Writer {
        private final Map<String, Known> values;
        private final Map<String, Wording> words;

        private Writer(Marks from) {
            values = new HashMap<>(from.values);
            words = new HashMap<>(from.words);
        }

        Writer with(String name, Object value) {
            return withAll(name, List.of(value));
        }

        /** Names a mark with any number of values; none means that nothing is known. */
        Writer withAll(String name, Collection<?> several) {
            Set<String> texts = several.stream().map(Marks::text).collect(Collectors.toSet());
            values.put(name, new Known(List.copyOf(several), texts));
            return this;
        }

        Writer word(String name, Wording wording) {
            words.put(name, wording);
            return this;
        }

        Writer word(String name, String same) {
            return word(name, new Wording(same, same));
        }

        Marks done() {
            return new Marks(values, words);
        }
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    Set<String> texts(String name) {
        return known(name).texts();
    }

    private static String text(Object value) {
        return switch (value) {
            case Tier tier -> tier.name();
            case Enum<?> other -> other.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    List<BigDecimal> numbers(String name) {
        return known(name).values().stream()
                .map(value -> new BigDecimal(value.toString()))
                .toList();
    }

    LocalDate day(String name) {
        return (LocalDate) known(name).values().getFirst();
    }

    /** Returns the sentence with its {names} filled in, in both languages. */
    Wording fill(Wording sentence) {
        if (sentence.zh().indexOf('{') < 0 && sentence.en().indexOf('{') < 0) {
            return sentence;
        }
        String zh = sentence.zh();
        String en = sentence.en();
        for (Map.Entry<String, Wording> word : words.entrySet()) {
            String place = "{" + word.getKey() + "}";
            zh = zh.replace(place, word.getValue().zh());
            en = en.replace(place, word.getValue().en());
        }
        return new Wording(zh, en);
    }

    private Known known(String name) {
        Known value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no such mark: " + name);
        }
        return value;
    }
}
