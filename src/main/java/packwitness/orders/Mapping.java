package packwitness.orders;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a person has said about the headings of a file.
 *
 * @param fields which field a heading holds
 * @param skipped headings that are not taken in although we know them
 */
public record Mapping(Map<String, Field> fields, Set<String> skipped) {
    public static final Mapping NONE = new Mapping(Map.of(), Set.of());

    public Mapping {
        fields = Map.copyOf(new LinkedHashMap<>(fields));
        skipped = Set.copyOf(skipped);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && skipped.isEmpty();
    }

    boolean speaksOf(String heading) {
        String plain = Headings.plain(heading);
        return fields.keySet().stream().map(Headings::plain).anyMatch(plain::equals)
                || skipped.stream().map(Headings::plain).anyMatch(plain::equals);
    }

    /** Returns this mapping where it says something, else what the other says. */
    Mapping over(Mapping other) {
        Map<String, Field> all = new LinkedHashMap<>(other.fields);
        fields.keySet().forEach(all::remove);
        skipped.forEach(all::remove);
        all.putAll(fields);
        Set<String> none = new TreeSet<>(other.skipped);
        none.removeAll(fields.keySet());
        none.addAll(skipped);
        return new Mapping(all, none);
    }

    /** Returns the mapping as text: a line a heading, {@code heading TAB field}. */
    String text() {
        Map<String, String> lines = new TreeMap<>();
        fields.forEach((heading, field) -> lines.put(heading, field.name()));
        skipped.forEach(heading -> lines.put(heading, ""));
        return lines.entrySet().stream()
                .map(line -> line.getKey().replaceAll("[\t\n]", " ") + "\t" + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Mapping read(String text) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> skipped = new TreeSet<>();
        for (String line : text.split("\n")) {
            int tab = line.indexOf('\t');
            if (tab < 0) continue;
            String heading = line.substring(0, tab);
            String field = line.substring(tab + 1);
            if (field.isEmpty()) skipped.add(heading);
            else fields.put(heading, Field.valueOf(field));
        }
        return new Mapping(fields, skipped);
    }
}
