package packwitness.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import packwitness.inspect.PictureInspector;
import packwitness.inspect.c2pa.TrustList;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Scores the inspection against a folder of pictures with truth.csv ({@code --set DIR}); {@code
 * --trust PEM} names the trust list (else the one that lies beside the folder), {@code --day
 * YYYY-MM-DD} the day of the table, on which certificates are judged.
 */
final class InspectBench implements Bench {
    private static final String DAY_OF_THE_TABLE = "2026-11-22";
    private static final long MEDIAN_MILLIS = 50;

    /** Files are read this many times before times are taken: the desktop runs all day. */
    private static final int WARMING = 2;

    @Override
    public boolean run(BenchRun run) throws Failure {
        Path folder = Path.of(run.text("set").orElseThrow(() -> run.needs("--set DIR")));
        Instant day =
                LocalDate.parse(run.text("day").orElse(DAY_OF_THE_TABLE))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        try {
            Optional<Path> list = trustList(run, folder);
            TrustList trust = list.isEmpty() ? TrustList.none() : TrustList.fromPem(list.get());
            PictureInspector inspector =
                    new PictureInspector(trust, Clock.fixed(day, ZoneOffset.UTC));
            return score(run, folder, inspector, trust.name());
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, folder);
        }
    }

    private static Optional<Path> trustList(BenchRun run, Path folder) throws IOException {
        Optional<Path> named = run.text("trust").map(Path::of);
        Path beside = folder.toAbsolutePath().normalize().getParent();
        if (named.isPresent() || beside == null) return named;
        for (Path place : List.of(folder, beside))
            try (Stream<Path> files = Files.list(place)) {
                Optional<Path> found =
                        files.filter(file -> file.toString().endsWith(".pem")).sorted().findFirst();
                if (found.isPresent()) return found;
            }
        return Optional.empty();
    }

    private static boolean score(
            BenchRun run, Path folder, PictureInspector inspector, String trust)
            throws IOException {
        List<TruthRow> rows = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth.csv"))) {
            for (NamedCsvRecord truth : csv) {
                byte[] bytes = Files.readAllBytes(folder.resolve(truth.getField("file")));
                files.add(bytes);
                rows.add(new TruthRow(truth, inspector.inspect(bytes)));
            }
        }
        tellConfusion(run, rows);
        for (TruthRow row : rows) if (!isAllRight(row)) run.tell(differs(row));
        for (int round = 0; round < WARMING; round++)
            for (byte[] file : files) inspector.inspect(file);
        long[] micros = new long[files.size()];
        for (int i = 0; i < micros.length; i++) {
            long before = System.nanoTime();
            inspector.inspect(files.get(i));
            micros[i] = (System.nanoTime() - before) / 1000;
        }
        java.util.Arrays.sort(micros);
        return verdict(run, rows, micros, trust);
    }

    private static void tellConfusion(BenchRun run, List<TruthRow> rows) {
        Map<String, Integer> confusion = new TreeMap<>();
        for (TruthRow row : rows)
            confusion.merge(
                    row.at("expected_finding") + " -> " + row.found().finding(), 1, Integer::sum);
        confusion.forEach((pair, count) -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("expected_found", pair);
            line.put("files", count);
            run.tell(line);
        });
    }

    private static boolean isAllRight(TruthRow row) {
        return row.findingRight()
                && row.presenceRight()
                && row.labelRight()
                && row.cameraRight()
                && row.verdictRight();
    }

    private static Map<String, Object> differs(TruthRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("differs", row.at("file"));
        line.put("expected", row.at("expected_finding"));
        line.put("found", row.found().finding().name());
        line.put("finding_right", row.findingRight());
        line.put("presence_right", row.presenceRight());
        line.put("label_right", row.labelRight());
        line.put("camera_right", row.cameraRight());
        line.put("oracle", row.at("c2pa_failures"));
        line.put("ours", String.join(" ", row.found().c2pa().failures()));
        line.put("ingredients", String.join(" ", row.found().c2pa().ingredientFailures()));
        line.put("reason", row.verdictRight() ? "" : row.reason());
        return line;
    }

    private static boolean verdict(BenchRun run, List<TruthRow> rows, long[] micros, String trust) {
        int files = rows.size();
        // 53 of 55, as a part of whatever the folder holds.
        long needed = Math.ceilDiv(files * 53L, 55);
        long right = count(rows, TruthRow::findingRight);
        long presence = count(rows, TruthRow::presenceRight);
        long labels = count(rows, row -> row.hasLabel() && row.labelRight());
        long labelled = count(rows, TruthRow::hasLabel);
        long claimed = count(rows, row -> !row.hasLabel() && !row.labelRight());
        long shown = count(rows, TruthRow::brokenShownIntact);
        long verdicts = count(rows, row -> row.hasVerdict() && row.verdictRight());
        long manifests = count(rows, TruthRow::hasVerdict);
        long unexplained = count(rows, row -> !row.verdictRight() && row.reason().isEmpty());
        long camera = count(rows, TruthRow::cameraRight);
        double median = files == 0 ? 0 : micros[files / 2] / 1000.0;
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, Object> goals = new LinkedHashMap<>();
        figures.put("files", files);
        figures.put("trust_list", trust);
        put(figures, goals, "finding_right", right, ">= " + needed);
        put(figures, goals, "labels_and_producers_right", labels, labelled);
        put(figures, goals, "labels_claimed_elsewhere", claimed, 0);
        put(figures, goals, "c2pa_presence_right", presence, files);
        put(figures, goals, "broken_manifests_shown_intact", shown, 0);
        put(figures, goals, "oracle_codes_equal", verdicts, "of " + manifests);
        put(figures, goals, "differences_without_a_reason", unexplained, 0);
        put(figures, goals, "camera_models_right", camera, files);
        put(figures, goals, "median_ms", median, "<= " + MEDIAN_MILLIS);
        figures.put("worst_ms", files == 0 ? 0 : micros[files - 1] / 1000.0);
        boolean holds =
                files > 0
                        && right >= needed
                        && labels == labelled
                        && claimed == 0
                        && presence == files
                        && shown == 0
                        && unexplained == 0
                        && camera == files
                        && median <= MEDIAN_MILLIS;
        return run.verdict(holds, figures, goals);
    }

    private static void put(
            Map<String, Object> figures,
            Map<String, Object> goals,
            String name,
            Object value,
            Object goal) {
        figures.put(name, value);
        goals.put(name, goal);
    }

    private static long count(List<TruthRow> rows, Predicate<TruthRow> right) {
        return rows.stream().filter(right).count();
    }
}
