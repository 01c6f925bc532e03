package packwitness.bench;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.ledger.tree.MerkleTree;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A ledger of many rows, written by the real code: what appending to the tree costs beside bare
 * hashing, how long a proof and a full check take. Videos are not counted. {@code --rows N}.
 */
final class LedgerBench implements Bench {
    private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00Z");
    private static final int LEAF = 240;
    private static final int ROUNDS = 5;
    private static final int PROOFS = 200_000;
    private static final int PIECES = 60;
    private static final int TAKES_AT_ONCE = 16;
    private static final double MOST_CHECK_S = 10;
    private static final double MOST_RATIO = 2.5;
    private static final double MOST_PROOF_US = 10;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long rows = run.number("rows", 100_000);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", rows);
        double ratio = tree(rows, figures);
        Path folder = AttackWorld.temporary("ledger");
        try {
            double check = vault(run, folder, rows, figures);
            double proof = proof(figures);
            Map<String, Object> goals = new LinkedHashMap<>();
            goals.put("append_to_bare_hashing", "<= " + MOST_RATIO);
            goals.put("proof_us", "<= " + MOST_PROOF_US);
            goals.put("full_check_s", "<= " + MOST_CHECK_S + " for 1000000 rows");
            boolean holds =
                    ratio <= MOST_RATIO
                            && proof <= MOST_PROOF_US
                            && check * 1_000_000 / rows <= MOST_CHECK_S;
            return run.verdict(holds, figures, goals);
        } finally {
            AttackWorld.delete(folder);
        }
    }

    /** Returns what appending costs as a multiple of hashing the same leaves alone. */
    private static double tree(long rows, Map<String, Object> figures) {
        byte[] leaf = new byte[LEAF];
        new Random(1).nextBytes(leaf);
        double bare = Double.MAX_VALUE;
        double append = Double.MAX_VALUE;
        MerkleTree tree = new MerkleTree();
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, bare(rows, leaf));
            tree = new MerkleTree();
            append = Math.min(append, append(rows, leaf, tree));
        }
        figures.put("bare_hashing_us", round(bare / rows));
        figures.put("append_us", round(append / rows));
        figures.put("append_to_bare_hashing", round(append / bare));
        Random random = new Random(2);
        long before = System.nanoTime();
        long hashes = 0;
        for (int i = 0; i < PROOFS; i++)
            hashes += tree.inclusion((long) (random.nextDouble() * rows), rows).size();
        figures.put("proof_us", round((System.nanoTime() - before) / 1e3 / PROOFS));
        figures.put("proof_hashes", round((double) hashes / PROOFS));
        return append / bare;
    }

    private static double bare(long rows, byte[] leaf) {
        MessageDigest digest = Sha256.digest();
        byte sum = 0;
        long before = System.nanoTime();
        for (long i = 0; i < rows; i++) sum ^= hash(digest, leaf, i)[0];
        double taken = (System.nanoTime() - before) / 1e3;
        return sum == 0 && rows == 0 ? 0 : taken;
    }

    private static double append(long rows, byte[] leaf, MerkleTree tree) {
        MessageDigest digest = Sha256.digest();
        long before = System.nanoTime();
        for (long i = 0; i < rows; i++) tree.append(hash(digest, leaf, i));
        return (System.nanoTime() - before) / 1e3;
    }

    private static byte[] hash(MessageDigest digest, byte[] leaf, long i) {
        leaf[0] = (byte) i;
        leaf[1] = (byte) (i >> 8);
        digest.update((byte) 0);
        digest.update(leaf);
        return digest.digest();
    }

    /** Returns the seconds of the fastest full check. */
    private static double vault(BenchRun run, Path folder, long rows, Map<String, Object> figures)
            throws Failure {
        SetClock clock = new SetClock(BEGIN, run.clock().getZone());
        try (SmallShop shop =
                new SmallShop(folder.resolve("vault"), folder.resolve("tsa"), clock)) {
            shop.arm();
            shop.stamp();
            SmallShop.Parcel one = shop.pack(2);
            long before = System.nanoTime();
            long take = 0;
            while (shop.ledger.size() < rows) {
                takes(shop, take);
                take += TAKES_AT_ONCE;
                clock.pass(Duration.ofMinutes(1));
                if (take % (50L * TAKES_AT_ONCE) == 0) shop.stamp();
            }
            shop.stamp();
            double wrote = (System.nanoTime() - before) / 1e3;
            figures.put("durable_append_us", round(wrote / shop.ledger.size()));
            double fastest = Double.MAX_VALUE;
            double cpu = Double.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                Duration cpuBefore = cpu();
                long start = System.nanoTime();
                // A file of the vault is asked for: the whole ledger is checked, and this video.
                Report report = shop.verify(one.video());
                fastest = Math.min(fastest, (System.nanoTime() - start) / 1e9);
                cpu = Math.min(cpu, cpu().minus(cpuBefore).toMillis() / 1e3);
                if (report.outcome() != Outcome.PASSED)
                    throw new IllegalStateException(
                            "the honest ledger does not pass: "
                                    + report.toMap(packwitness.value.Lang.EN));
            }
            figures.put("rows_checked", shop.ledger.size());
            figures.put("full_check_s", round(fastest));
            figures.put("full_check_cpu_s", round(cpu));
            return fastest;
        }
    }

    /** Some recordings of a minute each, in one transaction. */
    private static void takes(SmallShop shop, long from) throws Failure {
        byte[] piece = {1};
        shop.vault
                .database()
                .write(tx -> {
                    for (long i = from; i < from + TAKES_AT_ONCE; i++) {
                        TakeId take = new TakeId(1_000 + i);
                        shop.ledger.append(
                                tx,
                                EntryKind.START,
                                SmallShop.start(
                                        new ShipmentId(500_000 + i),
                                        take,
                                        "SF" + i,
                                        1,
                                        "videos/" + i + ".mp4"));
                        byte[] link = new byte[32];
                        for (int n = 0; n < PIECES; n++) {
                            link = SmallShop.link(link, n, piece);
                            shop.ledger.append(
                                    tx,
                                    EntryKind.SEGMENT,
                                    SmallShop.segment(take, n, n, piece, link));
                        }
                        shop.ledger.append(
                                tx,
                                EntryKind.STOP,
                                Facts.of()
                                        .take(take)
                                        .with("file", "videos/" + i + ".mp4")
                                        .with("bytes", PIECES)
                                        .with("sha256", Sha256.ZERO)
                                        .with("chain", Sha256.ofBytes(link))
                                        .with("segments", PIECES)
                                        .with("recorded", PIECES * SmallShop.FRAMES)
                                        .with("first_at", shop.clock.instant())
                                        .with("last_at", shop.clock.instant())
                                        .with("gaps", 0));
                    }
                    return true;
                });
    }

    private static double proof(Map<String, Object> figures) {
        return figures.get("proof_us") instanceof Double took ? took : Double.MAX_VALUE;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
