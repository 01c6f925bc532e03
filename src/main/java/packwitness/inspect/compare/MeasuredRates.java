package packwitness.inspect.compare;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import packwitness.inspect.compare.Figures.Row;
import packwitness.inspect.compare.SyntheticPairs.Kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The confusion matrices that this program was shipped with.
 *
 * @param commands that measured them, one a set
 * @param parameters fingerprint of the comparison they were measured on, see {@link Parameters}
 * @param sets one a set of pictures
 */
public record MeasuredRates(List<String> commands, String parameters, List<Figures> sets) {
    private static final String RESOURCE = "rates.yaml";

    public MeasuredRates {
        commands = List.copyOf(commands);
        sets = List.copyOf(sets);
    }

    /** Tells whether they were measured on the comparison that this program runs. */
    public boolean isOfThisProgram() {
        return parameters.equals(Parameters.fingerprint());
    }

    /** Returns all sets as one. */
    public Figures sum() {
        return Figures.sum(sets);
    }

    /**
     * Returns the sums as plain numbers under plain names, ready to be written as JSON; {@code
     * measured} is false where this program's comparison is not the measured one, and then nothing
     * else is told.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        boolean measured = !sets.isEmpty() && isOfThisProgram();
        map.put("measured", measured);
        if (!measured) return map;
        Figures sum = sum();
        map.put("date", sum.date().toString());
        map.put("parameters", parameters);
        map.put("copies", sum.truePairs().compared());
        map.put("copies_recognised", sum.truePairs().copies());
        map.put("others", sum.strangers().compared());
        map.put("others_called_copies", sum.strangers().copies());
        for (Kind kind : List.of(Kind.CRACK, Kind.STAIN, Kind.PATCH)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            map.put(name + "_visible", sum.row(kind).visible());
            map.put(name + "_found", sum.row(kind).visibleFound());
        }
        map.put("harmless", sum.row(Kind.HARMLESS).compared());
        map.put("harmless_with_region", sum.row(Kind.HARMLESS).flagged());
        map.put("damaged", sum.damaged().compared());
        map.put("damaged_with_region_beside", sum.damaged().beside());
        map.put("too_small_not_compared", sum.all().notCompared());
        return map;
    }

    /** Returns what was shipped. */
    public static MeasuredRates shipped() {
        try (InputStream in = MeasuredRates.class.getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException("no " + RESOURCE);
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns what the text of {@link Figures#yaml} says. */
    static MeasuredRates of(String yaml) {
        Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        List<Figures> sets = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (Object set : (List<?>) value(all, "sets")) {
            commands.add(value((Map<?, ?>) set, "command").toString());
            sets.add(figures((Map<?, ?>) set));
        }
        return new MeasuredRates(commands, value(all, "parameters").toString(), sets);
    }

    private static Figures figures(Map<?, ?> set) {
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        for (Map.Entry<?, ?> row : ((Map<?, ?>) value(set, "rows")).entrySet()) {
            int[] n =
                    ((List<?>) row.getValue())
                            .stream().mapToInt(cell -> Integer.parseInt(cell.toString())).toArray();
            rows.put(
                    Kind.valueOf(row.getKey().toString()),
                    new Row(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]));
        }
        return new Figures(
                value(set, "set").toString(),
                LocalDate.parse(value(set, "date").toString()),
                Long.parseLong(value(set, "seed").toString()),
                rows,
                Long.parseLong(value(set, "median_ms").toString()),
                Long.parseLong(value(set, "worst_ms").toString()),
                Long.parseLong(value(set, "busy_ms").toString()));
    }

    private static Object value(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) throw new IllegalStateException(RESOURCE + ": no " + key);
        return value;
    }
}
