package packwitness.bench;

import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskSettings;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shipment.TakeState;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Scans thousands of parcels at a table that runs many times faster than people do, and then counts
 * in the index whether any was lost. Real camera pipeline, files, ledger and disk; what is
 * accelerated or left out is said in the first line.
 */
final class ScanBench implements Bench {
    private static final String CAMERA = "demo:?fps=10&size=160x90";
    private static final long SEED = 20_261_123;
    private static final Duration LEAST_PRE_ROLL = Duration.ofSeconds(3);
    private static final double MOST_MILLIS = 100;
    private static final int MOST_UNSEALED = 60;
    private static final int PERCENT = 100;

    private record Begun(ShipmentId shipment, TakeId take, Instant scannedAt) {}

    /** What came of one run, filled while it goes on. */
    private static final class Tally {
        final List<Begun> begun = new ArrayList<>();
        final Set<String> parcels = new LinkedHashSet<>();
        final Map<ScanOutcome.Kind, Integer> outcomes = new EnumMap<>(ScanOutcome.Kind.class);
        final Map<String, Integer> problems = new HashMap<>();
        final List<Double> millis = new ArrayList<>();
        final Set<Object> closed = ConcurrentHashMap.newKeySet();
        final AtomicLong heardNanos = new AtomicLong();
        long surprises;
        long unheard;
        long waitedNanos;
        Instant armedAt = Instant.EPOCH;
    }

    @Override
    public boolean run(BenchRun run) throws Failure {
        int scans = (int) run.number("scans", 10_000);
        long spacing = run.number("spacing-ms", 40);
        long seed = run.number("seed", SEED);
        String camera = run.text("camera").orElse(CAMERA);
        Duration window = Duration.ofMillis(Math.max(10, spacing / 2));
        Path folder = folder(run);
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("accelerated", "a scan each " + spacing + " ms instead of each 12 to 18 s");
        first.put("bounce_window_ms", window.toMillis());
        first.put("bounce_window_of_the_product_ms", 2000);
        first.put("camera", camera);
        first.put("left_out", "stills, preview; the picture is tiny");
        first.put("seed", seed);
        run.tell(first);
        try {
            DeskSettings desk =
                    DeskSettings.standard()
                            .withBounce(window)
                            .withStills(0)
                            .withStill(Duration.ZERO);
            ShopSettings settings =
                    new ShopSettings("bench", folder.resolve("passphrase"), 1, desk);
            try (Shop shop = Shop.open(folder.resolve("vault"), settings, run.clock())) {
                Tally tally = new Tally();
                long began = System.nanoTime();
                scan(run, shop, camera, new ScanLines(seed).take(scans), spacing, seed, tally);
                return judge(run, shop, tally, scans, System.nanoTime() - began);
            }
        } finally {
            delete(folder);
        }
    }

    private static void scan(
            BenchRun run,
            Shop shop,
            String camera,
            List<ScanLines.Line> lines,
            long spacing,
            long seed,
            Tally tally)
            throws Failure {
        Random random = new Random(seed + 1);
        shop.desk().listen(event -> hear(event, tally));
        shop.arm(camera, "1");
        tally.armedAt = run.clock().instant();
        for (ScanLines.Line line : lines) {
            if (!line.soon()) {
                pause(spacing / 2 + random.nextLong(spacing + 1));
                waitForSeals(tally);
            }
            one(run, shop, line, tally);
        }
        shop.desk().disarm();
    }

    private static void one(BenchRun run, Shop shop, ScanLines.Line line, Tally tally) {
        Instant at = run.clock().instant();
        tally.heardNanos.set(0);
        long begin = System.nanoTime();
        try {
            ScanOutcome outcome = shop.desk().scan(line.text());
            tally.outcomes.merge(outcome.kind(), 1, Integer::sum);
            long heard = tally.heardNanos.get();
            if (heard == 0) tally.unheard++;
            tally.millis.add((Math.max(heard, begin) - begin) / 1e6);
            if (outcome.began()) {
                tally.parcels.add(line.text());
                tally.begun.add(
                        new Begun(
                                outcome.shipment().orElseThrow(),
                                outcome.take().orElseThrow(),
                                at));
            }
            if (!expected(line.sort(), outcome)) tally.surprises++;
        } catch (Failure e) {
            tally.problems.merge(e.problem().key(), 1, Integer::sum);
        }
    }

    /** A bounce that came late because the computer was busy is a further take, and no loss. */
    private static boolean expected(ScanLines.Sort sort, ScanOutcome outcome) {
        return switch (sort) {
            case PARCEL, AGAIN -> outcome.began();
            case SWAPPED, BOUNCE -> outcome.began() || outcome.kind() == ScanOutcome.Kind.BOUNCE;
            case WRONG -> outcome.kind() == ScanOutcome.Kind.NOT_A_WAYBILL;
            case CONTROL ->
                    outcome.kind() == ScanOutcome.Kind.STOPPED
                            || outcome.kind() == ScanOutcome.Kind.MARKED
                            || outcome.kind() == ScanOutcome.Kind.BOUNCE;
            case BADGE -> outcome.kind() == ScanOutcome.Kind.OPERATOR;
        };
    }

    private static void hear(DeskEvent event, Tally tally) {
        switch (event.kind()) {
            case "scan" -> tally.heardNanos.set(System.nanoTime());
            case "sealed", "damaged" -> tally.closed.add(event.facts().get("take"));
            default -> {
                // The others are counted in the index.
            }
        }
    }

    private static void waitForSeals(Tally tally) {
        long begin = System.nanoTime();
        while (tally.begun.size() - tally.closed.size() > MOST_UNSEALED) pause(5);
        tally.waitedNanos += System.nanoTime() - begin;
    }

    private boolean judge(BenchRun run, Shop shop, Tally tally, int scans, long nanos)
            throws Failure {
        Map<TakeId, Take> takes = new HashMap<>();
        Set<String> found = new LinkedHashSet<>();
        Set<ShipmentId> shipments = new LinkedHashSet<>();
        for (Begun begun : tally.begun) shipments.add(begun.shipment());
        for (ShipmentId id : shipments) {
            Shipment shipment = shop.index().show(id).orElseThrow();
            found.add(shipment.waybill().text());
            for (Take take : shipment.takes()) takes.put(take.id(), take);
        }
        long lost = tally.parcels.stream().filter(parcel -> !found.contains(parcel)).count();
        long unsealed = 0;
        long uneven = 0;
        long short_ = 0;
        long early = 0;
        long leastPreRoll = Long.MAX_VALUE;
        for (Begun begun : tally.begun) {
            Take take = takes.get(begun.take());
            if (take == null || take.stop().isEmpty() || take.state() != TakeState.SEALED) {
                unsealed++;
                continue;
            }
            Take.Stop stop = take.stop().get();
            if (stop.received() != stop.dropped() + stop.recorded()) uneven++;
            Duration sinceArmed = Duration.between(tally.armedAt, begun.scannedAt());
            if (sinceArmed.compareTo(LEAST_PRE_ROLL) < 0) {
                early++;
                continue;
            }
            long preRoll = Duration.between(stop.firstAt(), begun.scannedAt()).toMillis();
            leastPreRoll = Math.min(leastPreRoll, preRoll);
            if (preRoll < LEAST_PRE_ROLL.toMillis()) short_++;
        }
        int answered = tally.outcomes.values().stream().mapToInt(Integer::intValue).sum();
        double[] sorted = tally.millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put("outcomes", tally.outcomes);
        counted.put("problems", tally.problems);
        counted.put("takes", tally.begun.size());
        counted.put("takes_within_3_s_of_arming", early);
        counted.put("seconds", nanos / 1e9);
        counted.put("waited_for_seals_s", tally.waitedNanos / 1e9);
        run.tell(counted);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("scans", scans);
        figures.put("parcels", tally.parcels.size());
        figures.put("parcels_lost", lost);
        figures.put("scans_without_answer", scans - answered);
        figures.put("answers_not_expected", tally.surprises);
        figures.put("scans_without_event", tally.unheard);
        figures.put("takes_not_sealed", unsealed);
        figures.put("takes_that_do_not_add_up", uneven);
        figures.put("pre_roll_short", short_);
        figures.put("pre_roll_least_ms", leastPreRoll == Long.MAX_VALUE ? 0 : leastPreRoll);
        figures.put("durable_p50_ms", at(sorted, 50));
        figures.put("durable_p99_ms", at(sorted, 99));
        figures.put("durable_most_ms", at(sorted, PERCENT));
        Map<String, Object> goals = new LinkedHashMap<>();
        for (String none :
                List.of(
                        "parcels_lost",
                        "scans_without_answer",
                        "answers_not_expected",
                        "scans_without_event",
                        "takes_not_sealed",
                        "takes_that_do_not_add_up",
                        "pre_roll_short")) goals.put(none, 0);
        goals.put("durable_p99_ms", "<= 100");
        boolean holds =
                lost
                                        + (scans - answered)
                                        + tally.surprises
                                        + tally.unheard
                                        + unsealed
                                        + uneven
                                        + short_
                                == 0
                        && at(sorted, 99) <= MOST_MILLIS;
        return run.verdict(holds, figures, goals);
    }

    private static double at(double[] sorted, int percent) {
        if (sorted.length == 0) return 0;
        int index = (int) Math.ceil(sorted.length * percent / (double) PERCENT) - 1;
        return Math.round(sorted[Math.max(0, index)] * PERCENT) / (double) PERCENT;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path folder(BenchRun run) throws Failure {
        try {
            Path parent = Path.of(run.text("dir").orElse(System.getProperty("java.io.tmpdir")));
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, "packwitness-scan-");
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, run.text("dir").orElse("-"));
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            System.getLogger("packwitness.bench")
                    .log(System.Logger.Level.WARNING, "left over: " + folder.getFileName(), e);
        }
    }
}
