package packwitness.inspect.compare;

import packwitness.inspect.compare.SyntheticPairs.Kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a run of the benchmark counted.
 *
 * @param set which pictures were used
 * @param date of the run
 * @param seed of the generator, 0 where the pairs were given
 * @param rows the confusion matrix, one row a kind; a kind without pairs has no row
 * @param medianMillis time of one comparison
 * @param worstMillis time of the longest comparison
 */
public record Figures(
        String set,
        LocalDate date,
        long seed,
        Map<Kind, Row> rows,
        long medianMillis,
        long worstMillis) {

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
     */
    public record Row(
            int pairs,
            int copies,
            int flagged,
            int found,
            int visible,
            int visibleFound,
            int beside) {
        static final Row EMPTY = new Row(0, 0, 0, 0, 0, 0, 0);

        Row plus(Row other) {
            return new Row(
                    pairs + other.pairs,
                    copies + other.copies,
                    flagged + other.flagged,
                    found + other.found,
                    visible + other.visible,
                    visibleFound + other.visibleFound,
                    beside + other.beside);
        }
    }

    private static final String SHIPPED = "measured.properties";

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

    /** Tells whether the goals hold; a goal whose pairs are absent holds. */
    public boolean holds() {
        return atLeast(truePairs().copies(), truePairs().pairs(), 99)
                && strangers().copies() == 0
                && atLeast(row(Kind.STAIN).visibleFound(), row(Kind.STAIN).visible(), 95)
                && atLeast(row(Kind.PATCH).visibleFound(), row(Kind.PATCH).visible(), 95)
                && atLeast(row(Kind.CRACK).visibleFound(), row(Kind.CRACK).visible(), 85)
                && atMost(row(Kind.HARMLESS).flagged(), row(Kind.HARMLESS).pairs(), 3)
                && atMost(damaged().beside(), damaged().pairs(), 3);
    }

    private static boolean atLeast(int part, int of, int percent) {
        return part * 100L >= (long) of * percent;
    }

    private static boolean atMost(int part, int of, int percent) {
        return part * 100L <= (long) of * percent;
    }

    /** Returns the figures that this version was shipped with, one a set, in the order measured. */
    public static List<Figures> shipped() {
        Properties all = new Properties();
        try (InputStream in = Figures.class.getResourceAsStream(SHIPPED)) {
            if (in == null) throw new IllegalStateException("no " + SHIPPED);
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Figures> out = new ArrayList<>();
        for (int i = 1; all.containsKey(i + ".set"); i++) out.add(parsed(all, i + "."));
        return List.copyOf(out);
    }

    /** Returns the figures as lines of a properties file, each key beginning with the number. */
    public String lines(int number) {
        StringBuilder out = new StringBuilder();
        line(out, number, "set", set);
        line(out, number, "date", date);
        line(out, number, "seed", seed);
        line(out, number, "millis.median", medianMillis);
        line(out, number, "millis.worst", worstMillis);
        rows.forEach((kind, r) ->
                line(
                        out,
                        number,
                        kind.name(),
                        "%d %d %d %d %d %d %d"
                                .formatted(
                                        r.pairs,
                                        r.copies,
                                        r.flagged,
                                        r.found,
                                        r.visible,
                                        r.visibleFound,
                                        r.beside)));
        return out.toString();
    }

    private static void line(StringBuilder out, int number, String key, Object value) {
        out.append(number).append('.').append(key).append('=').append(value).append('\n');
    }

    private static Figures parsed(Properties all, String prefix) {
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            String text = all.getProperty(prefix + kind.name());
            if (text == null) continue;
            int[] n =
                    java.util.Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
            rows.put(kind, new Row(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
        }
        return new Figures(
                all.getProperty(prefix + "set"),
                LocalDate.parse(all.getProperty(prefix + "date")),
                Long.parseLong(all.getProperty(prefix + "seed")),
                rows,
                Long.parseLong(all.getProperty(prefix + "millis.median")),
                Long.parseLong(all.getProperty(prefix + "millis.worst")));
    }

    private static Map<Kind, Row> copyOf(Map<Kind, Row> rows) {
        Map<Kind, Row> copy = new EnumMap<>(Kind.class);
        copy.putAll(rows);
        return copy;
    }
}
