package packwitness.inspect.compare;

import packwitness.inspect.compare.SyntheticPairs.Kind;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of the benchmark counted.
 *
 * @param set which pictures were used
 * @param date of the run
 * @param seed of the generator, 0 where the pairs were given
 * @param rows the confusion matrix, one row a kind; a kind without pairs has no row
 * @param medianMillis time of one comparison
 * @param worstMillis time of the longest comparison
 * @param busyMillis median of the processor time that one comparison took on all threads, which a
 *     busy machine hardly changes
 */
public record Figures(
        String set,
        LocalDate date,
        long seed,
        Map<Kind, Row> rows,
        long medianMillis,
        long worstMillis,
        long busyMillis) {

    /**
     * One row of the confusion matrix.
     *
     * @param pairs compared
     * @param copies called a copy, changed or not
     * @param flagged called a copy with at least one region
     * @param found with a region on the painted damage
     * @param visible with damage that still changes its places by 12 grey levels or more
     * @param visibleFound of the visible ones, with a region on the damage
     * @param beside with a region away from the damage
     * @param notCompared not compared because the program said that one of them is too small
     */
    public record Row(
            int pairs,
            int copies,
            int flagged,
            int found,
            int visible,
            int visibleFound,
            int beside,
            int notCompared) {
        static final Row EMPTY = new Row(0, 0, 0, 0, 0, 0, 0, 0);

        private List<Integer> cells() {
            return List.of(
                    pairs, copies, flagged, found, visible, visibleFound, beside, notCompared);
        }

        /** Returns the pairs of which the program said something. */
        public int compared() {
            return pairs - notCompared;
        }

        Row plus(Row other) {
            return new Row(
                    pairs + other.pairs,
                    copies + other.copies,
                    flagged + other.flagged,
                    found + other.found,
                    visible + other.visible,
                    visibleFound + other.visibleFound,
                    beside + other.beside,
                    notCompared + other.notCompared);
        }
    }

    public Figures {
        rows = Collections.unmodifiableMap(copyOf(rows));
    }

    /** Returns the row of a kind, with zeros if there were no such pairs. */
    public Row row(Kind kind) {
        return rows.getOrDefault(kind, Row.EMPTY);
    }

    /** Returns the sum over crack, stain and patch. */
    public Row damaged() {
        return row(Kind.CRACK).plus(row(Kind.STAIN)).plus(row(Kind.PATCH));
    }

    /** Returns the sum over all kinds that derive from ours. */
    public Row truePairs() {
        return row(Kind.HARMLESS).plus(damaged());
    }

    /** Returns the sum over all kinds that do not. */
    public Row strangers() {
        return row(Kind.DIFFERENT).plus(row(Kind.RESHOT));
    }

    /** Returns the sum over all pairs. */
    public Row all() {
        return truePairs().plus(strangers());
    }

    /** Tells whether the goals hold; a goal whose pairs are absent holds. */
    public boolean holds() {
        return missed().isEmpty();
    }

    /** Returns the goals that are missed, by name. */
    public List<String> missed() {
        Map<String, Boolean> goals = new LinkedHashMap<>();
        goals.put("copies", atLeast(truePairs().copies(), truePairs().compared(), 99));
        goals.put("strangers", strangers().copies() == 0);
        goals.put("stains", found(Kind.STAIN, 95));
        goals.put("patches", found(Kind.PATCH, 95));
        goals.put("cracks", found(Kind.CRACK, 85));
        goals.put(
                "harmless", atMost(row(Kind.HARMLESS).flagged(), row(Kind.HARMLESS).compared(), 3));
        goals.put("beside", atMost(damaged().beside(), damaged().compared(), 3));
        return goals.entrySet().stream()
                .filter(goal -> !goal.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean found(Kind kind, int percent) {
        return atLeast(row(kind).visibleFound(), row(kind).visible(), percent);
    }

    private static boolean atLeast(int part, int of, int percent) {
        return part * 100L >= (long) of * percent;
    }

    private static boolean atMost(int part, int of, int percent) {
        return part * 100L <= (long) of * percent;
    }

    /** Returns all sets as one; the times are the largest medians and the longest of all. */
    public static Figures sum(List<Figures> sets) {
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        long median = 0;
        long worst = 0;
        long busy = 0;
        for (Figures figures : sets) {
            figures.rows.forEach((kind, row) -> rows.merge(kind, row, Row::plus));
            median = Math.max(median, figures.medianMillis);
            worst = Math.max(worst, figures.worstMillis);
            busy = Math.max(busy, figures.busyMillis);
        }
        Figures first = sets.getFirst();
        return new Figures("all", first.date, first.seed, rows, median, worst, busy);
    }

    /** Returns the text of the resource that the program ships with. */
    public static String yaml(String command, List<Figures> sets) {
        StringBuilder out = new StringBuilder();
        out.append("# Made by the benchmark; never edited by hand.\n");
        out.append("parameters: \"").append(Parameters.fingerprint()).append("\"\n");
        out.append("sets:\n");
        for (Figures figures : sets) {
            out.append("  - set: \"").append(figures.set).append("\"\n");
            out.append("    command: \"").append(command).append("\"\n");
            out.append("    date: \"").append(figures.date).append("\"\n");
            out.append("    seed: ").append(figures.seed).append('\n');
            out.append("    median_ms: ").append(figures.medianMillis).append('\n');
            out.append("    worst_ms: ").append(figures.worstMillis).append('\n');
            out.append("    busy_ms: ").append(figures.busyMillis).append('\n');
            out.append("    # pairs, copies, with region, found, visible, visible found, beside,");
            out.append(" not compared\n");
            out.append("    rows:\n");
            figures.rows.forEach((kind, row) ->
                    out.append("      ")
                            .append(kind)
                            .append(": ")
                            .append(row.cells())
                            .append('\n'));
        }
        return out.toString();
    }

    private static Map<Kind, Row> copyOf(Map<Kind, Row> rows) {
        Map<Kind, Row> copy = new EnumMap<>(Kind.class);
        copy.putAll(rows);
        return copy;
    }
}
