package packwitness.bench;

import packwitness.bench.crash.PowerCuts;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cuts the power at random steps of the recording path on a disk that forgets what was not forced:
 * {@code --times N --seed N --prove N --folder DIR}. The same check is run on disks with planted
 * flaws, which it must find.
 */
final class PowercutBench implements Bench {
    @Override
    public boolean run(BenchRun run) throws Failure {
        int times = (int) run.number("times", 500);
        int prove = (int) run.number("prove", Math.max(20, times / 20));
        long seed = run.number("seed", 1);
        try {
            Path folder = Scratch.folder(run, "powercut");
            long began = System.nanoTime();
            PowerCuts cuts = new PowerCuts(folder, seed, run.clock(), run::tell);
            PowerCuts.Sum sum = cuts.run(times);
            Map<String, Boolean> flaws = cuts.prove(prove);
            Scratch.delete(run, folder);
            run.tell(Map.of("not_covered", PowerCuts.NOT_COVERED));
            Map<String, Object> figures = new LinkedHashMap<>(sum.figures());
            figures.put("planted_flaws_found", flaws);
            figures.put("seed", seed);
            figures.put("wall_s", (System.nanoTime() - began) / 1_000_000_000L);
            boolean found = !flaws.containsValue(false);
            return run.verdict(sum.holds() && found, figures, PowerCuts.Sum.goals());
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
