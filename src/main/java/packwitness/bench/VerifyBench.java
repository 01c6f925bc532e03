package packwitness.bench;

import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole check of a large bag beside {@code sha256sum -c}, which checks its manifest alone; both
 * in turns, the fastest of each counts. {@code --mb N}.
 */
final class VerifyBench implements Bench {
    private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00Z");
    private static final int SECONDS = 64;
    private static final int PIECE = 1_333_333;
    private static final int ROUNDS = 3;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long megabytes = run.number("mb", 200);
        Path folder = AttackWorld.temporary("verify");
        try {
            Path bag = folder.resolve("bag");
            SetClock clock = new SetClock(BEGIN, run.clock().getZone());
            try (SmallShop shop =
                    new SmallShop(folder.resolve("vault"), folder.resolve("tsa"), clock)) {
                shop.arm();
                shop.stamp();
                int takes = (int) Math.max(1, megabytes / SECONDS);
                SmallShop.Parcel[] parcels = new SmallShop.Parcel[takes];
                for (int i = 0; i < takes; i++) parcels[i] = shop.pack(SECONDS, SECONDS, PIECE);
                shop.stamp();
                long bytes = shop.bag(bag, List.of(), parcels).bytes();
                return compare(run, shop, bag, bytes);
            }
        } finally {
            AttackWorld.delete(folder);
        }
    }

    private static boolean compare(BenchRun run, SmallShop shop, Path bag, long bytes)
            throws Failure {
        double ours = Double.MAX_VALUE;
        double theirs = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            sum(bag);
            theirs = Math.min(theirs, (System.nanoTime() - before) / 1e9);
            before = System.nanoTime();
            Report report = shop.verify(bag);
            ours = Math.min(ours, (System.nanoTime() - before) / 1e9);
            if (report.outcome() != Outcome.PASSED)
                throw new IllegalStateException("the honest bag does not pass");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bag_mb", bytes / 1_000_000);
        figures.put("sha256sum_s", LedgerBench.round(theirs));
        figures.put("full_check_s", LedgerBench.round(ours));
        figures.put("ratio", LedgerBench.round(ours / theirs));
        return run.verdict(ours <= theirs, figures, Map.of("ratio", "<= 1"));
    }

    private static void sum(Path bag) throws Failure {
        try {
            Process process =
                    new ProcessBuilder("sha256sum", "--quiet", "-c", "manifest-sha256.txt")
                            .directory(bag.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor() != 0) throw new IllegalStateException("sha256sum disagrees");
        } catch (IOException e) {
            throw new Failure(BenchProblem.NEEDS_ARGUMENTS, e, "verify", "sha256sum");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
