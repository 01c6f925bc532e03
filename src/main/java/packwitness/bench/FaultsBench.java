package packwitness.bench;

import packwitness.bench.faults.Faults;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets cameras, disks, the index, clocks and people go wrong at a packing desk, and says for each
 * when it was told and what was kept: {@code --only TEXT --folder DIR}.
 */
final class FaultsBench implements Bench {
    private static final int LEAST_KINDS = 25;

    @Override
    public boolean run(BenchRun run) throws Failure {
        try {
            Path folder = Scratch.folder(run, "faults");
            Faults faults = new Faults(folder, run.clock(), run::tell);
            String only = run.text("only").orElse("");
            faults.run(only);
            Scratch.delete(run, folder);
            run.tell(Map.of("made_by", Faults.MADE_BY));
            Map<String, Object> goals = new LinkedHashMap<>();
            goals.put("kinds_at_least", LEAST_KINDS);
            goals.put("silent", 0);
            goals.put("late", 0);
            goals.put("without_row", 0);
            goals.put("wrong_afterwards", 0);
            boolean enough = !only.isEmpty() || faults.kinds() >= LEAST_KINDS;
            return run.verdict(faults.holds() && enough, faults.figures(), goals);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
