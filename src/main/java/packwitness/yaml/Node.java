package packwitness.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Wording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place in a YAML document. Scalars stay text, so that 195.10 is never a binary fraction; null, ~
 * and nothing are absent.
 */
public record Node(String file, String place, @Nullable Object value) {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final int DEEPEST = 50;

    /** Reads one document; the file is named where something is wrong with it. */
    public static Node parse(String file, String yaml) throws Failure {
        refuseDeepNesting(file, yaml);
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new FailsafeSchema())
                        // Nothing at all has a tag of its own, which that schema cannot build.
                        .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            return new Node(file, "", new Load(settings).loadFromString(yaml));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new Failure(
                    YamlProblem.NOT_YAML,
                    e,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0),
                    file);
        } catch (YamlEngineException e) {
            throw new Failure(YamlProblem.NOT_YAML, e, 0, 0, file);
        }
    }

    /** The parser recurses for each bracket; a hostile file would exhaust its stack. */
    private static void refuseDeepNesting(String file, String yaml) throws Failure {
        int line = 1;
        int open = 0;
        int dashes = 0;
        for (int i = 0; i < yaml.length(); i++) {
            char c = yaml.charAt(i);
            if (c == '\n') {
                line++;
                dashes = 0;
            } else if (c == '[' || c == '{') {
                open++;
            } else if (c == ']' || c == '}') {
                open = Math.max(0, open - 1);
            } else if (c == '-' || c == '?' || c == ':') {
                dashes++;
            }
            if (open > DEEPEST || dashes > 1000) {
                throw new Failure(YamlProblem.NOT_YAML, line, 0, file);
            }
        }
    }

    public boolean isAbsent() {
        return value == null || value instanceof String text && NOTHING.contains(text.strip());
    }

    public boolean isMap() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    public Node at(String key) {
        String where = place.isEmpty() ? key : place + "." + key;
        return new Node(file, where, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    public Map<String, Node> entries() throws Failure {
        Map<String, Node> result = new LinkedHashMap<>();
        if (isAbsent()) {
            return result;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw unreadable();
        }
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            result.put(name, at(name));
        }
        return result;
    }

    /** Returns the items of a list; a single value counts as a list of one. */
    public List<Node> items() {
        List<Node> result = new ArrayList<>();
        if (isAbsent()) {
            return result;
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                result.add(new Node(file, place + "[" + i + "]", list.get(i)));
            }
        } else {
            result.add(this);
        }
        return result;
    }

    public List<String> texts() throws Failure {
        List<String> result = new ArrayList<>();
        for (Node item : items()) {
            result.add(item.text());
        }
        return result;
    }

    public String text() throws Failure {
        if (isAbsent()) {
            throw missing();
        }
        if (!(value instanceof String text)) {
            throw unreadable();
        }
        return text.strip();
    }

    public Optional<String> optionalText() throws Failure {
        return isAbsent() ? Optional.empty() : Optional.of(text());
    }

    public LocalDate date() throws Failure {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    public Optional<LocalDate> optionalDate() throws Failure {
        return isAbsent() ? Optional.empty() : Optional.of(date());
    }

    public boolean flag(boolean whenAbsent) throws Failure {
        if (isAbsent()) {
            return whenAbsent;
        }
        return switch (text()) {
            case "true", "True", "TRUE", "yes" -> true;
            case "false", "False", "FALSE", "no" -> false;
            default -> throw unreadable();
        };
    }

    public BigDecimal number() throws Failure {
        String text = text();
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            throw unreadable();
        }
        return new BigDecimal(text);
    }

    public int whole() throws Failure {
        try {
            return number().intValueExact();
        } catch (ArithmeticException e) {
            throw unreadable();
        }
    }

    /** Returns a whole number that is not negative, or the standard where none is said. */
    public int whole(int standard) throws Failure {
        if (isAbsent()) return standard;
        int value = whole();
        if (value < 0) throw unreadable();
        return value;
    }

    /** Returns an amount of yuan that is not negative. */
    public Fen yuan() throws Failure {
        try {
            BigDecimal yuan = number();
            if (yuan.signum() < 0) {
                throw unreadable();
            }
            return Fen.ofYuan(yuan.toPlainString());
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    public Optional<Fen> optionalYuan() throws Failure {
        return isAbsent() ? Optional.empty() : Optional.of(yuan());
    }

    public Wording wording() throws Failure {
        return new Wording(at("zh").text(), at("en").text());
    }

    /**
     * Refuses words that nothing asks for, so that a misspelt one is not silently without effect.
     */
    public Node knowing(Set<String> words) throws Failure {
        for (Map.Entry<String, Node> entry : entries().entrySet())
            if (!words.contains(entry.getKey())) throw entry.getValue().unreadable();
        return this;
    }

    public Failure missing() {
        return new Failure(YamlProblem.MISSING, place, file);
    }

    public Failure unreadable() {
        // A list may contain itself, so only text is shown.
        String shown = value instanceof String text ? text : isMap() ? "{…}" : "[…]";
        return new Failure(
                YamlProblem.UNREADABLE,
                place.isEmpty() ? "·" : place,
                shown.length() > 80 ? shown.substring(0, 80) + "…" : shown,
                file);
    }
}
