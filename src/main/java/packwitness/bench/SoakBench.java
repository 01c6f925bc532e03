package packwitness.bench;

import packwitness.recording.RecorderSettings;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Many takes in one process, the recorder armed anew every hundred, and the resident memory at
 * intervals: after a warm-up of a quarter it may not grow. Resident memory is what {@code
 * /proc/self/status} says; on systems without it the bench says so and does not hold.
 */
final class SoakBench implements Bench {
    private static final int PER_RECORDER = 100;
    private static final int FRAMES_A_TAKE = 12;
    private static final double MOST_GROWTH = 0.06;
    private static final double LEAST_BOUND_MEGABYTES = 25;

    private record Sample(long takes, double megabytes) {}

    @Override
    public boolean run(BenchRun run) throws Failure {
        long takes = run.number("takes", 2000);
        String uri = run.text("camera").orElse("demo:?size=640x360&pace=fast");
        if (resident() < 0) throw run.needs("a system with /proc/self/status");
        try {
            Path folder = Files.createTempDirectory("packwitness-bench");
            try {
                return soak(run, folder, uri, takes);
            } finally {
                Trial.delete(folder);
            }
        } catch (IOException e) {
            throw run.needs("a folder for temporary files: " + e.getMessage());
        }
    }

    private static boolean soak(BenchRun run, Path folder, String uri, long takes) throws Failure {
        List<Sample> samples = new ArrayList<>();
        RecorderSettings settings =
                RecorderSettings.of("PackWitness", ZoneId.of("Asia/Shanghai"))
                        .withLooking(false, true);
        long sealed = 0;
        long damaged = 0;
        long done = 0;
        while (done < takes) {
            Trial trial = new Trial(folder);
            long some = Math.min(PER_RECORDER, takes - done);
            try (trial) {
                trial.arm(run, uri, settings);
                for (long i = 1; i <= some; i++) {
                    trial.begin(done + i);
                    await(trial, trial.recorder().status().newestFrame() + FRAMES_A_TAKE);
                }
            }
            for (var original : trial.originals) RecordBench.remove(original.file());
            sealed += trial.originals.size();
            damaged += trial.damages.size();
            done += some;
            Sample sample = new Sample(done, resident());
            samples.add(sample);
            run.tell(
                    Figures.line(
                            "takes", done,
                            "sealed", sealed,
                            "resident_mb", Figures.round(sample.megabytes)));
        }
        double warm = samples.get(samples.size() / 4).megabytes;
        double slope = slope(samples.subList(samples.size() / 4, samples.size()));
        double growth = slope * takes * 3 / 4;
        double bound = Math.max(LEAST_BOUND_MEGABYTES, warm * MOST_GROWTH);
        return run.verdict(
                growth <= bound && sealed == takes && damaged == 0,
                Figures.line(
                        "takes", done,
                        "sealed", sealed,
                        "damaged", damaged,
                        "resident_warm_mb", Figures.round(warm),
                        "resident_end_mb", Figures.round(samples.getLast().megabytes),
                        "growth_by_slope_mb", Figures.round(growth),
                        "kb_a_take", Figures.round(slope * 1024)),
                Figures.line("growth_by_slope_mb_at_most", Figures.round(bound), "sealed", takes));
    }

    /** Returns the megabytes a take by least squares. */
    private static double slope(List<Sample> samples) {
        double meanTakes = samples.stream().mapToDouble(s -> s.takes).average().orElse(0);
        double mean = samples.stream().mapToDouble(s -> s.megabytes).average().orElse(0);
        double over = 0;
        double under = 0;
        for (Sample s : samples) {
            over += (s.takes - meanTakes) * (s.megabytes - mean);
            under += (s.takes - meanTakes) * (s.takes - meanTakes);
        }
        return under == 0 ? 0 : over / under;
    }

    private static void await(Trial trial, long frame) {
        while (trial.recorder().status().newestFrame() < frame && trial.damages.isEmpty()) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Returns the resident memory in megabytes, after the unused part of the heap was let go. */
    private static double resident() {
        System.gc();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status")))
                if (line.startsWith("VmRSS:"))
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
        } catch (IOException notHere) {
            // Told by the caller.
        }
        return -1;
    }
}
