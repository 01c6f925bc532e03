package packwitness.bench;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Random histories of parcels under the real retention and the real index, with holds, claims, disk
 * pressure and crashes at any step of the disk: {@code --histories N --real-every N --seed N
 * --threads N}. Most vaults have their files in memory; every tenth has real ones.
 */
final class RetentionBench implements Bench {
    private static final int PARCELS = 500;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long histories = run.number("histories", 100_000);
        long realEvery = Math.max(1, run.number("real-every", 10));
        long seed = run.number("seed", 1);
        int threads = (int) run.number("threads", 2);
        KeptWorld.Sum sum = new KeptWorld.Sum();
        long real = 0;
        double before = Trial.seconds();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Path folder = Scratch.folder(run, "retention");
            Path model = folder.resolve("model");
            KeptShop.open(model, KeptWorld.BEGIN, seed).close();
            List<Future<KeptWorld.Sum>> worlds = new ArrayList<>();
            for (int i = 0; i * (long) PARCELS < histories; i++) {
                int parcels = (int) Math.min(PARCELS, histories - i * (long) PARCELS);
                boolean onDisk = i % realEvery == 0;
                if (onDisk) real += parcels;
                long chance = seed * 100_003 + i;
                Path vault = folder.resolve("vault-" + i);
                worlds.add(pool.submit(() -> live(model, vault, parcels, onDisk, chance)));
            }
            for (int i = 0; i < worlds.size(); i++) {
                KeptWorld.Sum one = worlds.get(i).get();
                sum.add(one);
                if (one.heldLost + one.dangling > 0)
                    run.tell(
                            Figures.line(
                                    "vault", i,
                                    "held_lost", one.heldLost,
                                    "dangling", one.dangling));
            }
            Trial.delete(model);
            Scratch.delete(run, folder);
        } catch (IOException | ExecutionException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
        figures.put("threads", threads);
        figures.put("seconds", Figures.round((System.nanoTime() - start) / 1e9));
        figures.put("cpu_s", Figures.round(Trial.seconds() - before));
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("held_lost", 0);
        goals.put("dangling", 0);
        boolean worked = sum.crashes > 0 && sum.deleted > 0 && sum.holds > 0;
        return run.verdict(sum.heldLost + sum.dangling == 0 && worked, figures, goals);
    }

    /** One vault from its first parcel on; made by copying one that is new, which is faster. */
    private static KeptWorld.Sum live(
            Path model, Path vault, int parcels, boolean onDisk, long chance)
            throws Failure, IOException {
        copy(model, vault);
        try (KeptWorld world = new KeptWorld(vault, parcels, onDisk, chance)) {
            world.run();
            return world.sum;
        } finally {
            Trial.delete(vault);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) Files.copy(one, to.resolve(from.relativize(one).toString()));
    }
}
