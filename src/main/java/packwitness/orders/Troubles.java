package packwitness.orders;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with rows: all are counted, the first of each kind are kept. */
final class Troubles {
    private static final int KEPT = 20;

    private final Map<RowTrouble.Kind, Long> counts = new EnumMap<>(RowTrouble.Kind.class);
    private final Map<RowTrouble.Kind, List<RowTrouble>> first =
            new EnumMap<>(RowTrouble.Kind.class);

    void add(RowTrouble.Kind kind, long row, String column, String value) {
        counts.merge(kind, 1L, Long::sum);
        List<RowTrouble> kept = first.computeIfAbsent(kind, any -> new ArrayList<>());
        if (kept.size() < KEPT) kept.add(new RowTrouble(kind, row, column, Shape.of(value)));
    }

    long count(RowTrouble.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    Map<RowTrouble.Kind, Long> counts() {
        return counts;
    }

    List<RowTrouble> kept() {
        return first.values().stream().flatMap(List::stream).toList();
    }
}
