package packwitness.bench.crash;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Records on a watched disk, cuts the power at random steps of what was done to it, and lets the
 * next start recover from what a forgetful disk would have kept. One thread.
 */
public final class PowerCuts {
    /** What is not simulated; printed with every run. */
    public static final List<String> NOT_COVERED =
            List.of(
                    "disks that say forced and are not",
                    "bytes that change while they rest",
                    "the file system's own journal and its repair",
                    "the moving of the index's journal into the index (left to SQLite's own tests)",
                    "that SQLite forces its journal at each commit is taken from its setting"
                            + " synchronous=FULL, which is read from the connection that writes",
                    "key file, passphrase and settings, which are written before the first scan",
                    "cameras, and the time until the power is back");

    private static final int CUTS_A_DAY = 100;

    /** What all cuts of one kind of disk showed. */
    public static final class Sum {
        private int cuts;
        private int acknowledged;
        private int withoutRow;
        private int unreadable;
        private int tornTails;
        private int recovered;
        private int segments;
        private int broken;
        private int beforeFirstFragment;
        private int steps;
        private int synchronous;
        private long mostLostMillis;

        private void add(Checkup.Findings findings) {
            cuts++;
            acknowledged += findings.acknowledged;
            withoutRow += findings.withoutRow;
            unreadable += findings.unreadable;
            tornTails += findings.tornTails;
            recovered += findings.recovered;
            segments += findings.segments;
            beforeFirstFragment += findings.beforeFirstFragment;
            if (!findings.broken.isEmpty()) broken++;
            mostLostMillis = Math.max(mostLostMillis, findings.lost.toMillis());
        }

        /** Returns whether nothing acknowledged was lost and at most a second of video. */
        public boolean holds() {
            return broken == 0 && mostLostMillis <= 1000 && acknowledged > 0;
        }

        public Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("cuts", cuts);
            figures.put("steps_on_tape", steps);
            figures.put("takes_acknowledged", acknowledged);
            figures.put("takes_without_row", withoutRow);
            figures.put("originals_unreadable", unreadable);
            figures.put("unproven_tails_torn", tornTails);
            figures.put("links_told", segments);
            figures.put("takes_recovered", recovered);
            figures.put("takes_cut_before_their_first_fragment", beforeFirstFragment);
            figures.put("cuts_with_a_broken_promise", broken);
            figures.put("video_lost_most_ms", mostLostMillis);
            figures.put("sqlite_synchronous", synchronous);
            return figures;
        }

        public static Map<String, Object> goals() {
            Map<String, Object> goals = new LinkedHashMap<>();
            goals.put("takes_without_row", 0);
            goals.put("originals_unreadable", 0);
            goals.put("cuts_with_a_broken_promise", 0);
            goals.put("video_lost_most_ms", 1000);
            goals.put("each_planted_flaw_is_found", true);
            return goals;
        }
    }

    private final Path folder;
    private final long seed;
    private final Clock clock;
    private final Consumer<Map<String, Object>> lines;
    private final char[] passphrase = "power".toCharArray();
    private final List<RecordedDay> days = new ArrayList<>();

    public PowerCuts(Path folder, long seed, Clock clock, Consumer<Map<String, Object>> lines) {
        this.folder = folder;
        this.seed = seed;
        this.clock = clock;
        this.lines = lines;
    }

    /** Cuts an honest disk so many times. */
    public Sum run(int times) throws Failure, IOException, InterruptedException {
        while (days.size() * CUTS_A_DAY < times) {
            Path place = Files.createDirectories(folder.resolve("day-" + days.size()));
            days.add(RecordedDay.record(place, passphrase, new Random(seed + days.size()), clock));
        }
        return cut(times, ForgetfulDisk.Flaw.NONE, true);
    }

    /**
     * Cuts disks with a planted flaw each and returns their names with whether it was found; only
     * after {@link #run}.
     */
    public Map<String, Boolean> prove(int times) throws IOException {
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (ForgetfulDisk.Flaw flaw : ForgetfulDisk.Flaw.values()) {
            if (flaw == ForgetfulDisk.Flaw.NONE) continue;
            Sum sum = cut(times, flaw, false);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("planted", flaw.name());
            line.put("found", !sum.holds());
            line.putAll(sum.figures());
            lines.accept(line);
            found.put(flaw.name(), !sum.holds());
        }
        return found;
    }

    private Sum cut(int times, ForgetfulDisk.Flaw flaw, boolean tell) throws IOException {
        Sum sum = new Sum();
        Random chance = new Random(seed * 31 + flaw.ordinal());
        Checkup checkup = new Checkup(clock, passphrase, RecordedDay.RATE);
        for (RecordedDay day : days) {
            sum.steps += day.steps().size();
            sum.synchronous = day.synchronous();
        }
        for (int i = 0; i < times; i++) {
            RecordedDay day = days.get(i % days.size());
            int step = chance.nextInt(day.steps().size());
            Path vault = folder.resolve("cut");
            day.cut(step, flaw, chance, vault);
            Checkup.Findings findings = checkup.examine(vault, day.promised(step), day.until(step));
            sum.add(findings);
            if (tell) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("cut", i + 1);
                line.put("after", day.steps().get(step).kind().name());
                line.put("step", step);
                line.put("takes_acknowledged", findings.acknowledged);
                line.put("links_told", findings.segments);
                line.put("recovered", findings.recovered);
                line.put("video_lost_ms", findings.lost.toMillis());
                line.put("broken", List.copyOf(findings.broken));
                lines.accept(line);
            }
            delete(vault);
        }
        return sum;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.deleteIfExists(file);
    }
}
