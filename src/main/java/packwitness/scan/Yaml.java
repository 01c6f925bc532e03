package packwitness.scan;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in a file of rules; every scalar is text. */
record Yaml(String file, String place, @Nullable Object value) {
    private static final int LARGEST = 256 << 10;
    private static final int DEEPEST = 20;

    static Yaml parse(String file, String text) throws Failure {
        if (text.length() > LARGEST || deep(text))
            throw new Failure(ScanProblem.RULES_NOT_YAML, file, 0, 0);
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new FailsafeSchema())
                        // Nothing at all has a tag of its own, which that schema cannot build.
                        .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            return new Yaml(file, "", new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new Failure(
                    ScanProblem.RULES_NOT_YAML,
                    e,
                    file,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0));
        } catch (YamlEngineException e) {
            throw new Failure(ScanProblem.RULES_NOT_YAML, e, file, 0, 0);
        }
    }

    /** The parser recurses for each bracket and each step to the right. */
    private static boolean deep(String text) {
        int open = 0;
        for (String line : text.split("\n", -1)) {
            int signs = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '[' || c == '{') open++;
                else if (c == ']' || c == '}') open = Math.max(0, open - 1);
                else if (c == '-' || c == '?') signs++;
                if (open > DEEPEST || signs > 300) return true;
            }
            // Brackets inside quoted patterns need not be closed within a line.
            if (open > 0 && line.indexOf('\'') >= 0) open = 0;
        }
        return false;
    }

    boolean isAbsent() {
        return value == null || value instanceof String text && text.isBlank();
    }

    Yaml at(String key) {
        return new Yaml(
                file,
                place.isEmpty() ? key : place + "." + key,
                value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    /** Refuses words that no rule has, so that a misspelt one is not silently without effect. */
    Yaml knowing(Set<String> words) throws Failure {
        if (isAbsent()) return this;
        if (!(value instanceof Map<?, ?> map)) throw unknown();
        for (Object word : map.keySet())
            if (!words.contains(String.valueOf(word))) throw at(String.valueOf(word)).unknown();
        return this;
    }

    List<Yaml> items() throws Failure {
        List<Yaml> items = new ArrayList<>();
        if (isAbsent()) return items;
        if (!(value instanceof List<?> list)) throw unknown();
        for (int i = 0; i < list.size(); i++)
            items.add(new Yaml(file, place + "[" + i + "]", list.get(i)));
        return items;
    }

    String text() throws Failure {
        if (isAbsent()) throw new Failure(ScanProblem.RULE_INCOMPLETE, file, place);
        if (!(value instanceof String text)) throw unknown();
        return text;
    }

    String textOr(String otherwise) throws Failure {
        return isAbsent() ? otherwise : text();
    }

    boolean flag() throws Failure {
        return switch (textOr("no")) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw unknown();
        };
    }

    int number(int otherwise) throws Failure {
        String text = textOr(String.valueOf(otherwise)).strip();
        if (!text.matches("\\d{1,4}")) throw unknown();
        return Integer.parseInt(text);
    }

    Failure unknown() {
        String shown = value instanceof String text ? text : value instanceof Map ? "{…}" : "[…]";
        return new Failure(
                ScanProblem.RULE_UNKNOWN,
                file,
                place,
                shown.length() > 60 ? shown.substring(0, 60) + "…" : shown);
    }
}
