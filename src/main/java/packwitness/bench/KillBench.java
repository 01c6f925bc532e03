package packwitness.bench;

import packwitness.bench.crash.Kills;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Kills the real station program (signal 9) at random moments and checks what the next start finds:
 * {@code --times N --seed N --together N --folder DIR}.
 */
final class KillBench implements Bench {
    @Override
    public boolean run(BenchRun run) throws Failure {
        int times = (int) run.number("times", 200);
        int together = (int) Math.max(1, run.number("together", 2));
        long seed = run.number("seed", 1);
        try {
            Path folder = Scratch.folder(run, "kill");
            long began = System.nanoTime();
            Kills.Sum sum = new Kills(folder, seed, run.clock(), run::tell).run(times, together);
            Scratch.delete(run, folder);
            Map<String, Object> figures = new LinkedHashMap<>(sum.figures());
            figures.put("seed", seed);
            figures.put("wall_s", (System.nanoTime() - began) / 1_000_000_000L);
            return run.verdict(sum.holds(), figures, Kills.Sum.goals());
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
