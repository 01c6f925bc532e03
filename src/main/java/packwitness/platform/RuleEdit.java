package packwitness.platform;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes single values of a rule by their names in the file; pure. */
final class RuleEdit {
    private static final String NONE = "none";
    private static final Set<String> MAY_BE_ABSENT =
            Set.of("document_bytes", "text.bytes", "deadline");
    private static final Set<String> NAMES =
            Set.of(
                    "platform.zh",
                    "platform.en",
                    "channel.zh",
                    "channel.en",
                    "images.most",
                    "images.bytes",
                    "images.pixels",
                    "images.formats",
                    "document_bytes",
                    "text.least",
                    "text.most",
                    "text.bytes",
                    "names",
                    "deadline",
                    "deadline.hours",
                    "deadline.from.zh",
                    "deadline.from.en",
                    "known",
                    "source",
                    "checked_on",
                    "checked_by");

    private RuleEdit() {}

    static PlatformRule of(PlatformRule rule, Map<String, String> values) throws Failure {
        Map<String, Object> edited = RuleWriter.map(rule);
        for (Map.Entry<String, String> value : values.entrySet())
            put(edited, value.getKey(), value.getValue().strip());
        String yaml =
                new Dump(DumpSettings.builder().build())
                        .dumpToString(Map.of("rules", List.of(edited)));
        return RuleReader.read(Node.parse(rule.id(), yaml)).getFirst();
    }

    private static void put(Map<String, Object> rule, String name, String value) throws Failure {
        boolean taken = value.equals(NONE);
        if (!NAMES.contains(name)
                || taken && !MAY_BE_ABSENT.contains(name)
                || !taken && name.equals("deadline"))
            throw new Failure(
                    PlatformProblem.UNKNOWN_FIELD,
                    name,
                    String.join(", ", new java.util.TreeSet<>(NAMES)));
        String[] path = name.split("\\.");
        Map<String, Object> place = rule;
        for (int i = 0; i < path.length - 1; i++) place = inside(place, path[i]);
        String last = path[path.length - 1];
        if (taken) place.remove(last);
        else if (name.equals("images.formats")) place.put(last, List.of(value.split("[, ]+")));
        else place.put(last, value);
    }

    private static Map<String, Object> inside(Map<String, Object> map, String name) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map.get(name) instanceof Map<?, ?> there)
            there.forEach((key, value) -> copy.put(String.valueOf(key), value));
        map.put(name, copy);
        return copy;
    }
}
