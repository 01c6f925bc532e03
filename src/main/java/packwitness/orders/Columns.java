package packwitness.orders;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a file hold which field.
 *
 * @param places the columns of each field, the one that is asked first at the front
 */
record Columns(
        String platform, FileKind kind, List<String> headings, Map<Field, List<Integer>> places) {

    Columns {
        headings = List.copyOf(headings);
        places = Map.copyOf(places);
    }

    /**
     * @param chosen what a person has said about headings: a field, or nothing for "not taken in"
     */
    static Columns of(Headings known, List<String> headings, Mapping chosen) {
        List<String> plain = headings.stream().map(Headings::plain).toList();
        String platform = known.platform(plain);
        Map<Field, List<Integer>> places = new EnumMap<>(Field.class);
        for (Map.Entry<String, Field> one : chosen.fields().entrySet()) {
            int at = plain.indexOf(Headings.plain(one.getKey()));
            if (at >= 0) places.computeIfAbsent(one.getValue(), any -> new ArrayList<>()).add(at);
        }
        for (Field field : Field.values()) {
            if (places.containsKey(field)) continue;
            for (String name : known.of(field, platform)) {
                int at = plain.indexOf(name);
                if (at < 0 || chosen.speaksOf(headings.get(at)) || isTaken(places, at)) continue;
                places.computeIfAbsent(field, any -> new ArrayList<>()).add(at);
            }
        }
        return new Columns(platform, kind(places), headings, places);
    }

    List<Integer> of(Field field) {
        return places.getOrDefault(field, List.of());
    }

    boolean has(Field field) {
        return !of(field).isEmpty();
    }

    String heading(int column) {
        return column < headings.size() ? headings.get(column) : "";
    }

    /** Returns the field that the column is taken for. */
    Optional<Field> fieldOf(int column) {
        return List.of(Field.values()).stream()
                .filter(field -> of(field).contains(column))
                .findFirst();
    }

    /** Returns the headings that are not taken in. */
    List<String> unmatched() {
        List<String> unmatched = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++)
            if (!isTaken(places, i) && !headings.get(i).isEmpty()) unmatched.add(headings.get(i));
        return unmatched;
    }

    /** Says to the cells which columns are read at all. */
    void ask(Cells cells) {
        boolean[] wanted = new boolean[headings.size()];
        places.values().forEach(columns -> columns.forEach(column -> wanted[column] = true));
        cells.want(wanted);
    }

    /**
     * Returns the name of a set of headings, whatever their order, under which a mapping is kept.
     */
    static String fingerprint(List<String> headings) {
        List<String> plain = headings.stream().map(Headings::plain).sorted().distinct().toList();
        return Sha256.of(String.join("\n", plain).getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static boolean isTaken(Map<Field, List<Integer>> places, int column) {
        return places.values().stream().anyMatch(columns -> columns.contains(column));
    }

    private static FileKind kind(Map<Field, List<Integer>> places) {
        boolean refunds =
                places.containsKey(Field.REFUND_NO)
                        || places.containsKey(Field.REFUND_STATE)
                                && places.containsKey(Field.REFUND_AMOUNT);
        if (refunds) return FileKind.REFUNDS;
        boolean goods =
                places.containsKey(Field.TITLE)
                        || places.containsKey(Field.PAID)
                        || places.containsKey(Field.BUYER);
        return places.containsKey(Field.WAYBILL) && !goods ? FileKind.SHIPPING : FileKind.ORDERS;
    }
}
