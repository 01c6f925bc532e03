package packwitness.inspect;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import packwitness.inspect.c2pa.TrustList;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scores a folder of third-party pictures with ground truth; also runs by its main. */
final class PublicSet {
    /** The day on which the oracle judged; expiry depends on it. */
    private static final Instant ORACLE_DAY = Instant.parse("2026-11-22T00:00:00Z");

    private PublicSet() {}

    /** Returns the folder of the test data, where this machine has it. */
    static Optional<Path> folder() {
        String named = System.getenv().getOrDefault("PACKWITNESS_TESTDATA", "../shared/testdata");
        Path folder = Path.of(named);
        return Files.exists(folder.resolve("images/truth.csv"))
                ? Optional.of(folder)
                : Optional.empty();
    }

    record Row(NamedCsvRecord truth, Inspection found, long micros) {
        String at(String column) {
            return truth.getField(column);
        }

        boolean findingRight() {
            String name = found.finding().name();
            return at("expected_finding").equals(name)
                    || Arrays.asList(at("also_acceptable").split("[ ;|]")).contains(name);
        }

        boolean presenceRight() {
            return switch (at("c2pa_present")) {
                case "no" -> !found.c2pa().present() && found.c2pa().remote().isEmpty();
                case "remote-only" -> !found.c2pa().present() && !found.c2pa().remote().isEmpty();
                case "unreadable" -> found.c2pa().present() && !found.c2pa().readable();
                default -> found.c2pa().present();
            };
        }

        boolean labelRight() {
            String label = at("tc260_label");
            if (label.isEmpty()) return found.labels().isEmpty();
            return found.labels().size() == 1
                    && found.labels().getFirst().producer().text().equals(at("tc260_producer"))
                    && (label.equals("malformed")
                            ? !found.labels().getFirst().readable()
                            : found.labels().getFirst().value().equals(label));
        }

        boolean broken() {
            return at("c2pa_failures").contains("mismatch")
                    || at("c2pa_present").equals("unreadable");
        }

        /** Failure codes of the oracle and ours; trust in a list is told apart from the rest. */
        boolean verdictRight() {
            if (!at("c2pa_present").equals("yes")) return true;
            return codes(List.of(at("c2pa_failures").split(" ")))
                    .equals(codes(found.c2pa().failures()));
        }

        private static Set<String> codes(List<String> all) {
            Set<String> codes = new TreeSet<>(all);
            codes.removeIf(code -> code.isEmpty() || code.startsWith("cawg."));
            return codes;
        }
    }

    static List<Row> score(Path folder, PrintStream out) throws IOException {
        TrustList trust =
                TrustList.fromPem(
                        Files.readAllBytes(folder.resolve("c2pa-trust-list-2026-04.pem")));
        PictureInspector inspector =
                new PictureInspector(trust, Clock.fixed(ORACLE_DAY, ZoneOffset.UTC));
        List<Row> rows = new ArrayList<>();
        Path images = folder.resolve("images");
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(images.resolve("truth.csv"))) {
            for (NamedCsvRecord truth : csv) {
                byte[] bytes = Files.readAllBytes(images.resolve(truth.getField("file")));
                long before = System.nanoTime();
                Inspection found = inspector.inspect(bytes);
                rows.add(new Row(truth, found, (System.nanoTime() - before) / 1000));
            }
        }
        print(rows, out);
        return rows;
    }

    private static void print(List<Row> rows, PrintStream out) {
        Map<String, Integer> confusion = new TreeMap<>();
        for (Row row : rows) {
            String pair = row.at("expected_finding") + " -> " + row.found().finding();
            confusion.merge(pair, 1, Integer::sum);
        }
        confusion.forEach((pair, count) -> out.printf("%3d  %s%n", count, pair));
        out.printf("finding right      %d of %d%n", count(rows, Row::findingRight), rows.size());
        out.printf("C2PA presence      %d of %d%n", count(rows, Row::presenceRight), rows.size());
        out.printf("labels right       %d of %d%n", count(rows, Row::labelRight), rows.size());
        out.printf("oracle's codes     %d of %d%n", count(rows, Row::verdictRight), rows.size());
        long[] times = rows.stream().mapToLong(Row::micros).sorted().toArray();
        out.printf(
                "time per file      median %d us, worst %d us%n",
                times[times.length / 2], times[times.length - 1]);
        for (Row row : rows) {
            boolean allRight =
                    row.findingRight()
                            && row.presenceRight()
                            && row.labelRight()
                            && row.verdictRight();
            if (allRight) continue;
            out.printf(
                    "differs: %s expected %s found %s%n   oracle %s%n   ours   %s, ingredients %s,"
                            + " signed %s, labels %s%n",
                    row.at("file"),
                    row.at("expected_finding"),
                    row.found().finding(),
                    row.at("c2pa_failures"),
                    row.found().c2pa().failures(),
                    row.found().c2pa().ingredientFailures(),
                    row.found().c2pa().signedAt(),
                    row.found().labels());
        }
    }

    private static long count(List<Row> rows, java.util.function.Predicate<Row> right) {
        return rows.stream().filter(right).count();
    }

    public static void main(String[] args) throws IOException {
        score(args.length > 0 ? Path.of(args[0]) : folder().orElseThrow(), System.out);
    }
}
