package packwitness.bench;

import packwitness.bench.KeptShop.Parcel;
import packwitness.keep.Fault;
import packwitness.keep.Integrity;
import packwitness.keep.IntegrityReport;
import packwitness.keep.Retention;
import packwitness.keep.RetentionProgress;
import packwitness.ledger.Outcome;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills (signal 9) a process of this program that writes the index - parcels, orders, holds,
 * retention - at random moments, and looks whether everything it had acknowledged is there: {@code
 * --times N --seed N}. With {@code --small-disk DIR}, a folder on a volume of a few ten megabytes,
 * the volume is filled up too. With {@code --child DIR} it is that process.
 */
final class KillIndexBench implements Bench {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final String ACKS = "acks.txt";
    private static final String MAIN = "packwitness.app.Main";

    @Override
    public boolean run(BenchRun run) throws Failure {
        long seed = run.number("seed", 1);
        try {
            if (run.has("child")) {
                work(Path.of(run.text("child").orElseThrow()), seed);
                return false;
            }
            return kill(run, (int) run.number("times", 200), seed);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes until it is killed; a line is acknowledged once its commit has returned. */
    private static void work(Path folder, long seed) throws Failure, IOException {
        Random random = new Random(seed);
        Path acks = folder.resolve(ACKS);
        Instant begin = BEGIN.plus(Duration.ofDays(400L * (seed % 100_000)));
        try (KeptShop shop = KeptShop.open(folder.resolve("vault"), begin, seed)) {
            Retention retention = shop.retention();
            // Rows never go here: what was acknowledged must be found again.
            retention.rules(
                    retention.rules().with("video_days", 20).with("row_days", 0), KeptShop.DOER);
            retention.finish(KeptShop.DOER, RetentionProgress.UNSEEN);
            List<Parcel> parcels = new ArrayList<>();
            while (true) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        Parcel parcel = shop.pack(1);
                        parcels.add(parcel);
                        say(acks, "pack " + parcel.take() + " " + parcel.hash());
                    }
                    case 2 -> {
                        if (parcels.isEmpty()) continue;
                        Parcel parcel = parcels.get(random.nextInt(parcels.size()));
                        if (!Files.exists(shop.root.resolve(parcel.file()))) continue;
                        shop.hold(parcel, true);
                        say(acks, "hold " + parcel.take() + " " + parcel.file());
                    }
                    case 3 -> {
                        if (parcels.isEmpty()) continue;
                        Parcel parcel = parcels.get(random.nextInt(parcels.size()));
                        String number = "N" + seed + "-" + random.nextLong();
                        shop.order(parcel, number, "小雨", 100);
                        say(acks, "order " + number);
                    }
                    case 4 -> shop.pass(Duration.ofDays(random.nextInt(9)));
                    default ->
                            retention.run(
                                    retention.plan(), KeptShop.DOER, RetentionProgress.UNSEEN);
                }
            }
        }
    }

    private static void say(Path acks, String line) throws IOException {
        Files.writeString(
                acks,
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private boolean kill(BenchRun run, int times, long seed)
            throws IOException, InterruptedException, Failure {
        Path folder = Scratch.folder(run, "kill-index");
        Random random = new Random(seed);
        Counts counts = new Counts();
        for (int i = 0; i < times; i++) {
            long before = acks(folder).size();
            Process child = start(folder, seed * 1000 + i);
            // It is killed in its work, not in its start.
            for (int w = 0; w < 1200 && child.isAlive() && acks(folder).size() == before; w++)
                Thread.sleep(50);
            if (!child.isAlive()) counts.notStarted++;
            Thread.sleep(random.nextInt(900));
            child.destroyForcibly();
            child.waitFor(60, TimeUnit.SECONDS);
            counts.kills++;
            look(folder, counts);
        }
        boolean verified = verifies(folder.resolve("vault"));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", counts.kills);
        figures.put("not_started", counts.notStarted);
        figures.put("acknowledged", (long) acks(folder).size());
        figures.put("acknowledged_lost", counts.lost);
        figures.put("held_lost", counts.heldLost);
        figures.put("integrity_not_ok", counts.notOk);
        figures.put("dangling", counts.dangling);
        figures.put("removals_finished_at_start", counts.finished);
        figures.put("takes_sealed_at_start", counts.sealed);
        figures.put("ledger_verifies", verified);
        Map<String, Object> goals = new LinkedHashMap<>();
        for (String name :
                List.of("acknowledged_lost", "held_lost", "integrity_not_ok", "dangling"))
            goals.put(name, 0);
        goals.put("ledger_verifies", true);
        boolean full = true;
        if (run.has("small-disk")) {
            FullDisk.Sum sum = FullDisk.fill(Path.of(run.text("small-disk").orElseThrow()), seed);
            full = sum.holds();
            figures.put("disk_full", sum.times());
            figures.put("disk_full_acknowledged", sum.acknowledged());
            figures.put("disk_full_lost", sum.lost());
            figures.put("disk_full_half_done", sum.halfDone());
            figures.put("disk_full_integrity_ok", sum.whole());
            goals.put("disk_full_lost", 0);
            goals.put("disk_full_half_done", 0);
            goals.put("disk_full_integrity_ok", true);
        } else figures.put("disk_full", "not tried: --small-disk says where");
        boolean holds =
                counts.lost + counts.heldLost + counts.notOk + counts.dangling + counts.notStarted
                                == 0
                        && verified
                        && full;
        Scratch.delete(run, folder);
        return run.verdict(holds, figures, goals);
    }

    private static final class Counts {
        int kills;
        int notStarted;
        long lost;
        long heldLost;
        long notOk;
        long dangling;
        long finished;
        long sealed;
    }

    /** What the next start finds, and whether everything acknowledged is among it. */
    private static void look(Path folder, Counts counts) throws Failure, IOException {
        Map<String, String> packs = new TreeMap<>();
        Map<String, String> holds = new TreeMap<>();
        List<String> orders = new ArrayList<>();
        for (String line : acks(folder)) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "pack" -> packs.put(words[1], words[2]);
                case "hold" -> holds.put(words[1], words[2]);
                default -> orders.add(words[1]);
            }
        }
        try (KeptShop shop = KeptShop.open(folder.resolve("vault"), BEGIN, 0)) {
            counts.sealed += shop.index.sealLeftOpen().size();
            counts.finished += shop.retention().finish(KeptShop.DOER, RetentionProgress.UNSEEN);
            IntegrityReport report =
                    new Integrity(shop.vault, shop.ledger, shop.clock())
                            .check(false, RetentionProgress.UNSEEN);
            if (report.count(Fault.Kind.DATABASE) > 0) counts.notOk++;
            counts.dangling += report.faults().size() - report.count(Fault.Kind.DATABASE);
            shop.vault
                    .database()
                    .read(tx -> {
                        tx.each(
                                "SELECT t.id, t.sha256, s.hold_reason FROM take t JOIN shipment s"
                                        + " ON s.id = t.shipment_id",
                                row -> {
                                    String id = Long.toString(row.number("id"));
                                    String hash = row.maybeText("sha256").orElse("");
                                    if (hash.equals(packs.getOrDefault(id, "-"))) packs.remove(id);
                                    if (!holds.containsKey(id)) return;
                                    if (row.maybeText("hold_reason").isEmpty()) counts.lost++;
                                    else if (!Files.exists(
                                            shop.root.resolve(holds.getOrDefault(id, ""))))
                                        counts.heldLost++;
                                });
                        for (String order : orders)
                            if (tx.first(
                                            "SELECT 1 FROM shop_order WHERE order_no = ?",
                                            row -> true,
                                            order)
                                    .isEmpty()) counts.lost++;
                        return true;
                    });
            counts.lost += packs.size();
        }
    }

    private static boolean verifies(Path vault) {
        return new Verifier(TrustList.shipped(), (pdf, bags) -> List.of())
                .verify(List.of(vault)).checks().stream()
                        .filter(check -> !check.id().equals("C13"))
                        .noneMatch(check -> check.outcome() == Outcome.FAILED);
    }

    private static List<String> acks(Path folder) throws IOException {
        Path file = folder.resolve(ACKS);
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    private static Process start(Path folder, long seed) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true"));
        String modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) command.addAll(List.of("--module-path", modules));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(
                List.of("bench", "kill-index", "--child", folder.toString(), "--seed", "" + seed));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
