package packwitness.bench;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Random histories of parcels under the real retention and the real index, with holds, claims, disk
 * pressure and crashes at any step of the disk: {@code --histories N --real-every N --seed N}. Most
 * vaults have their files in memory; every tenth has real ones.
 */
final class RetentionBench implements Bench {
    private static final int PARCELS = 500;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long histories = run.number("histories", 100_000);
        long realEvery = Math.max(1, run.number("real-every", 10));
        long seed = run.number("seed", 1);
        KeptWorld.Sum sum = new KeptWorld.Sum();
        long real = 0;
        double before = Trial.seconds();
        try {
            Path folder = Scratch.folder(run, "retention");
            for (int i = 0; sum.histories < histories; i++) {
                int parcels = (int) Math.min(PARCELS, histories - sum.histories);
                boolean onDisk = i % realEvery == 0;
                Path vault = folder.resolve("vault-" + i);
                try (KeptWorld world = new KeptWorld(vault, parcels, onDisk, seed * 100_003 + i)) {
                    world.run();
                    sum.add(world.sum);
                    if (onDisk) real += parcels;
                    if (world.sum.heldLost + world.sum.dangling > 0)
                        run.tell(
                                Figures.line(
                                        "vault", i,
                                        "held_lost", world.sum.heldLost,
                                        "dangling", world.sum.dangling));
                }
                Trial.delete(vault);
            }
            Scratch.delete(run, folder);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("histories", sum.histories);
        figures.put("histories_on_real_files", real);
        figures.put("runs", sum.runs);
        figures.put("crashes", sum.crashes);
        figures.put("crashes_while_finishing", sum.crashesWhileFinishing);
        figures.put("holds", sum.holds);
        figures.put("rules_with_pressure", sum.pressures);
        figures.put("quarantined_in_whole_runs", sum.quarantined);
        figures.put("deleted_in_whole_runs", sum.deleted);
        figures.put("brought_back_in_whole_runs", sum.broughtBack);
        figures.put("files_that_resisted", sum.troubles);
        figures.put("held_lost", sum.heldLost);
        figures.put("dangling", sum.dangling);
        figures.put("cpu_s", Figures.round(Trial.seconds() - before));
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("held_lost", 0);
        goals.put("dangling", 0);
        boolean worked = sum.crashes > 0 && sum.deleted > 0 && sum.holds > 0;
        return run.verdict(sum.heldLost + sum.dangling == 0 && worked, figures, goals);
    }
}
