package packwitness.bench.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Kills stations at random moments - recording, switching, sealing, cutting stills - and checks
 * what each leaves. Several stations at once, each with a vault of its own.
 */
public final class Kills {
    private static final double RATE = 30;
    private static final String CAMERA = "demo:?size=320x240&fps=30";
    private static final int ROUNDS_A_VAULT = 8;
    private static final long ARMED_SECONDS = 120;

    /** What all rounds together showed. */
    public static final class Sum {
        private int rounds;
        private int notArmed;
        private int acknowledged;
        private int withoutRow;
        private int unreadable;
        private int recovered;
        private int beforeFirstFragment;
        private int segments;
        private int brokenRounds;
        private long mostLostMillis;
        private final List<Long> lost = new ArrayList<>();

        private synchronized void add(Checkup.Findings findings) {
            rounds++;
            acknowledged += findings.acknowledged;
            withoutRow += findings.withoutRow;
            unreadable += findings.unreadable;
            recovered += findings.recovered;
            beforeFirstFragment += findings.beforeFirstFragment;
            segments += findings.segments;
            if (!findings.broken.isEmpty()) brokenRounds++;
            lost.add(findings.lost.toMillis());
            mostLostMillis = Math.max(mostLostMillis, findings.lost.toMillis());
        }

        private synchronized void notArmed() {
            rounds++;
            notArmed++;
        }

        /** Returns whether nothing acknowledged was lost and at most a second of video. */
        public synchronized boolean holds() {
            return brokenRounds == 0 && notArmed == 0 && acknowledged > 0 && mostLostMillis <= 1000;
        }

        public synchronized Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            lost.sort(Long::compare);
            figures.put("kills", rounds);
            figures.put("not_armed", notArmed);
            figures.put("takes_acknowledged", acknowledged);
            figures.put("takes_without_row", withoutRow);
            figures.put("originals_unreadable", unreadable);
            figures.put("links_told", segments);
            figures.put("takes_recovered", recovered);
            figures.put("takes_killed_before_their_first_fragment", beforeFirstFragment);
            figures.put("rounds_with_a_broken_promise", brokenRounds);
            figures.put("video_lost_most_ms", mostLostMillis);
            figures.put("video_lost_median_ms", lost.isEmpty() ? 0 : lost.get(lost.size() / 2));
            return figures;
        }

        public static Map<String, Object> goals() {
            Map<String, Object> goals = new LinkedHashMap<>();
            goals.put("takes_without_row", 0);
            goals.put("originals_unreadable", 0);
            goals.put("rounds_with_a_broken_promise", 0);
            goals.put("video_lost_most_ms", 1000);
            return goals;
        }
    }

    private final Path folder;
    private final long seed;
    private final Clock clock;
    private final Consumer<Map<String, Object>> lines;
    private final char[] passphrase = "killed".toCharArray();
    private final Sum sum = new Sum();

    public Kills(Path folder, long seed, Clock clock, Consumer<Map<String, Object>> lines) {
        this.folder = folder;
        this.seed = seed;
        this.clock = clock;
        this.lines = lines;
    }

    /** Kills so many stations, so many of them at once, and returns what they left. */
    public Sum run(int times, int together) throws IOException, InterruptedException {
        Path settings = folder.resolve("settings");
        for (Path of :
                List.of(
                        settings.resolve("packwitness"),
                        settings.resolve("PackWitness/settings"))) {
            Files.createDirectories(of);
            Files.writeString(
                    of.resolve("passphrase"), new String(passphrase), StandardCharsets.US_ASCII);
        }
        ClassArchive classes = ClassArchive.in(folder);
        warmUp(settings, classes);
        try (ExecutorService lanes = Executors.newFixedThreadPool(together)) {
            List<Future<?>> going = new ArrayList<>();
            int vaults = (times + ROUNDS_A_VAULT - 1) / ROUNDS_A_VAULT;
            for (int v = 0; v < vaults; v++) {
                int first = v * ROUNDS_A_VAULT;
                int last = Math.min(times, first + ROUNDS_A_VAULT);
                going.add(
                        lanes.submit(() -> {
                            vault(settings, classes, first, last);
                            return sum;
                        }));
            }
            for (Future<?> each : going) each.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return sum;
    }

    /**
     * One orderly day leaves an archive of the program's classes, so that later starts are fast.
     */
    private void warmUp(Path settings, ClassArchive classes)
            throws IOException, InterruptedException {
        StationChild child = StationChild.start(folder.resolve("warm"), settings, classes, CAMERA);
        if (child.awaitArmed(ARMED_SECONDS)) {
            child.scan("PW00000000000001");
            Thread.sleep(1500);
        }
        child.finish(60);
    }

    private void vault(Path settings, ClassArchive classes, int first, int last)
            throws IOException, InterruptedException {
        Path vault = folder.resolve("vault-" + first);
        for (int round = first; round < last; round++) round(vault, settings, classes, round);
        delete(vault);
    }

    private void round(Path vault, Path settings, ClassArchive classes, int round)
            throws IOException, InterruptedException {
        Random random = new Random((seed * 1_000_003 + round) * 0x9E3779B97F4A7C15L);
        StationChild child = StationChild.start(vault, settings, classes, CAMERA);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("round", round + 1);
        if (!child.awaitArmed(ARMED_SECONDS)) {
            child.kill(clock);
            sum.notArmed();
            line.put("broken", List.of("not armed: " + child.lastWords()));
            lines.accept(line);
            return;
        }
        long began = System.nanoTime();
        String acts = play(child, random, round);
        Instant end = child.kill(clock);
        line.put("acts", acts);
        line.put("killed_after_ms", Duration.ofNanos(System.nanoTime() - began).toMillis());
        Checkup.Findings findings =
                new Checkup(clock, passphrase, RATE).examine(vault, child.promises().all(), end);
        sum.add(findings);
        line.put("takes_acknowledged", findings.acknowledged);
        line.put("links_told", findings.segments);
        line.put("recovered", findings.recovered);
        line.put("video_lost_ms", findings.lost.toMillis());
        line.put("broken", List.copyOf(findings.broken));
        lines.accept(line);
    }

    /** Scans at random moments, and returns at the moment of the kill what was done last. */
    private static String play(StationChild child, Random random, int round)
            throws IOException, InterruptedException {
        Thread.sleep(random.nextInt(600));
        child.scan(waybill(round, 0));
        int kind = random.nextInt(5);
        if (kind == 0) {
            // Around the scan itself: the row, the folder, the head of the file.
            Thread.sleep(random.nextInt(120));
            return "beginning";
        }
        Thread.sleep(200 + random.nextInt(1800));
        if (kind == 1) return "recording";
        if (kind == 2) {
            child.scan(waybill(round, 1));
            Thread.sleep(random.nextInt(150));
            return "switching";
        }
        if (kind == 3) {
            child.scan("PW-STOP");
            Thread.sleep(random.nextInt(150));
            return "sealing";
        }
        child.scan("PW-STOP");
        Thread.sleep(60 + random.nextInt(500));
        return "cutting stills";
    }

    private static String waybill(int round, int number) {
        return String.format(java.util.Locale.ROOT, "PW%010d%02d", round + 1, number);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.deleteIfExists(file);
    }
}
