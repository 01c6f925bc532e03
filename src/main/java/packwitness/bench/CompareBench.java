package packwitness.bench;

import packwitness.inspect.compare.ComparisonBench;
import packwitness.inspect.compare.Figures;
import packwitness.inspect.compare.Parameters;
import packwitness.inspect.compare.Reason;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures the comparison on pairs whose truth is known: those of a folder ({@code --pairs DIR}),
 * drawn ones ({@code --synthetic N} scenes), or ones made from a folder of photographs ({@code
 * --photos DIR}). Thresholds were set on one half; the last line is about the other. {@code --each}
 * tells every miss, {@code --half setting} takes the half for setting, {@code --seed N} another
 * seed, {@code --most N} at most so many photographs, {@code --write FILE} keeps the confusion
 * matrices that the program ships with.
 */
final class CompareBench implements Bench {
    private static final long MEDIAN_MILLIS = 500;
    private static final long WORST_MILLIS = 2000;

    @Override
    public boolean run(BenchRun run) throws Failure {
        LocalDate date = LocalDate.ofInstant(run.clock().instant(), ZoneOffset.UTC);
        boolean setting = run.text("half").orElse("reporting").equals("setting");
        long seed =
                run.number(
                        "seed",
                        setting ? ComparisonBench.SETTING_SEED : ComparisonBench.TELLING_SEED);
        Consumer<ComparisonBench.Told> each =
                told -> {
                    if (run.has("each") && isMiss(told)) run.tell(miss(told));
                };
        List<Figures> all = new ArrayList<>();
        try {
            if (run.text("pairs").isPresent())
                all.add(ComparisonBench.pairs(Path.of(run.text("pairs").get()), date, each));
            if (run.has("synthetic")) {
                int scenes = (int) run.number("synthetic", 40);
                all.add(ComparisonBench.synthetic(scenes, seed, date, each));
            }
            if (run.text("photos").isPresent()) {
                int most = (int) run.number("most", Integer.MAX_VALUE);
                List<Path> half = half(Path.of(run.text("photos").get()), setting, most);
                all.add(ComparisonBench.photographs(half, seed, date, each));
            }
            if (all.isEmpty()) throw run.needs("--pairs DIR | --synthetic N | --photos DIR");
            if (run.text("write").isPresent()) {
                String command = "bench compare " + asked(run);
                Files.writeString(Path.of(run.text("write").get()), Figures.yaml(command, all));
            }
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        }
        for (Figures figures : all) tell(run, figures);
        return verdict(run, Figures.sum(all));
    }

    private static String asked(BenchRun run) {
        StringBuilder words = new StringBuilder();
        for (String option : List.of("pairs", "synthetic", "photos", "most"))
            run.text(option)
                    .ifPresent(value ->
                            words.append("--")
                                    .append(option)
                                    .append(' ')
                                    .append(
                                            option.equals("pairs") || option.equals("photos")
                                                    ? "DIR"
                                                    : value)
                                    .append(' '));
        return words.toString().strip();
    }

    /**
     * Every second picture of the folder, by name: the ones thresholds were set on, or not; where
     * there are more than asked for, evenly spread.
     */
    private static List<Path> half(Path folder, boolean setting, int most) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            List<Path> half = new ArrayList<>();
            for (int i = setting ? 0 : 1; i < all.size(); i += 2) half.add(all.get(i));
            if (half.size() <= most) return half;
            List<Path> spread = new ArrayList<>();
            for (int i = 0; i < most; i++)
                spread.add(half.get((int) ((long) i * half.size() / most)));
            return spread;
        }
    }

    private static boolean isMiss(ComparisonBench.Told told) {
        Kind kind = told.pair().kind();
        if (told.comparison().why().getFirst() == Reason.TOO_SMALL) return false;
        if (told.comparison().copy() != kind.isCopy()) return true;
        if (told.score().beside() > 0) return true;
        return kind.isDamaged() && told.score().isVisible() && told.score().found() == 0;
    }

    private static Map<String, Object> miss(ComparisonBench.Told told) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("miss", told.pair().kind().name());
        line.put("pair", told.number());
        line.put("recipe", told.pair().recipe());
        line.put("why", told.comparison().why().getFirst().name());
        line.put("found", told.score().found());
        line.put("beside", told.score().beside());
        line.put("levels", Math.round(told.score().levels()));
        line.put("inliers", told.comparison().inliers());
        line.put("matches", told.comparison().matches());
        line.put("ssim", told.comparison().ssim());
        return line;
    }

    private static void tell(BenchRun run, Figures figures) {
        for (Kind kind : Kind.values()) {
            Figures.Row row = figures.row(kind);
            if (row.pairs() == 0) continue;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("set", figures.set());
            line.put("seed", figures.seed());
            line.put("kind", kind.name());
            line.put("pairs", row.pairs());
            line.put("called_copy", row.copies());
            line.put("not_called_copy", row.pairs() - row.copies());
            line.put("with_region", row.flagged());
            if (kind.isDamaged()) {
                line.put("damage_found", row.found());
                line.put("visible", row.visible());
                line.put("visible_found", row.visibleFound());
            }
            line.put("region_beside", row.beside());
            line.put("too_small_not_compared", row.notCompared());
            run.tell(line);
        }
        Map<String, Object> times = new LinkedHashMap<>();
        times.put("set", figures.set());
        times.put("median_ms", figures.medianMillis());
        times.put("worst_ms", figures.worstMillis());
        times.put("median_processor_ms", figures.busyMillis());
        run.tell(times);
    }

    private static boolean verdict(BenchRun run, Figures sum) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, Object> goals = new LinkedHashMap<>();
        figures.put("parameters", Parameters.fingerprint());
        goals.put("parameters", "those of this program");
        figure(
                figures,
                "true_pairs_called_copies_percent",
                sum.truePairs().copies(),
                sum.truePairs().compared());
        goals.put("true_pairs_called_copies_percent", ">= 99");
        figures.put("others_called_copies", sum.strangers().copies());
        goals.put("others_called_copies", 0);
        for (Kind kind : List.of(Kind.CRACK, Kind.STAIN, Kind.PATCH)) {
            String name =
                    "visible_" + kind.name().toLowerCase(java.util.Locale.ROOT) + "_found_percent";
            figure(figures, name, sum.row(kind).visibleFound(), sum.row(kind).visible());
            goals.put(name, kind == Kind.CRACK ? ">= 85" : ">= 95");
        }
        figure(
                figures,
                "harmless_with_region_percent",
                sum.row(Kind.HARMLESS).flagged(),
                sum.row(Kind.HARMLESS).compared());
        goals.put("harmless_with_region_percent", "<= 3");
        figure(
                figures,
                "region_beside_damage_percent",
                sum.damaged().beside(),
                sum.damaged().compared());
        figures.put("pairs", sum.all().pairs());
        figures.put("too_small_not_compared", sum.all().notCompared());
        goals.put("region_beside_damage_percent", "<= 3");
        figures.put("median_ms", sum.medianMillis());
        goals.put("median_ms", "<= " + MEDIAN_MILLIS);
        figures.put("worst_ms", sum.worstMillis());
        figures.put("median_processor_ms", sum.busyMillis());
        goals.put("worst_ms", "<= " + WORST_MILLIS);
        boolean fast = sum.medianMillis() <= MEDIAN_MILLIS && sum.worstMillis() <= WORST_MILLIS;
        return run.verdict(sum.holds() && fast, figures, goals);
    }

    private static void figure(Map<String, Object> figures, String name, int part, int of) {
        figures.put(name, of == 0 ? -1 : Math.round(part * 1000.0 / of) / 10.0);
    }
}
