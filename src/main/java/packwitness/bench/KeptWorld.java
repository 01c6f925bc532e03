package packwitness.bench;

import packwitness.bench.KeptShop.Parcel;
import packwitness.keep.Disk;
import packwitness.keep.Retention;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionRules;
import packwitness.keep.VaultDisk;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Many random histories of parcels in one vault - recorded, held, claimed, let go, with crashes
 * wherever a step of the disk allows one - under the real retention. One thread, used once.
 */
final class KeptWorld implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final int MOST_STEPS = 14;

    private final KeptShop shop;
    private final MemoryDisk memory = new MemoryDisk();
    private final boolean real;
    private final Random random;
    private final int wanted;
    private final List<Parcel> parcels = new ArrayList<>();
    private final Set<Integer> held = new HashSet<>();
    private final Set<Integer> claimed = new HashSet<>();
    final Sum sum = new Sum();

    /** What happened and what was wrong. */
    static final class Sum {
        long histories;
        long runs;
        long crashes;
        long crashesWhileFinishing;
        long holds;
        long pressures;
        long quarantined;
        long deleted;
        long broughtBack;
        long heldLost;
        long dangling;
        long troubles;

        void add(Sum more) {
            histories += more.histories;
            runs += more.runs;
            crashes += more.crashes;
            crashesWhileFinishing += more.crashesWhileFinishing;
            holds += more.holds;
            pressures += more.pressures;
            quarantined += more.quarantined;
            deleted += more.deleted;
            broughtBack += more.broughtBack;
            heldLost += more.heldLost;
            dangling += more.dangling;
            troubles += more.troubles;
        }
    }

    /**
     * @param real whether the files are real ones
     */
    KeptWorld(Path folder, int parcels, boolean real, long seed) throws Failure {
        this.shop = KeptShop.open(folder, BEGIN, seed);
        this.real = real;
        this.random = new Random(seed);
        this.wanted = parcels;
    }

    /** Lives all histories to their end. */
    void run() throws Failure, IOException {
        while (parcels.size() < wanted) round();
        // Long after the last parcel: everything that is not held must be able to go.
        for (int i = 0; i < 8; i++) round();
        sum.histories = parcels.size();
    }

    private void round() throws Failure, IOException {
        for (int i = random.nextInt(12) + 1; i > 0 && parcels.size() < wanted; i--) record();
        for (int i = random.nextInt(4); i > 0; i--) hold();
        if (random.nextInt(4) == 0) release();
        if (random.nextInt(5) == 0) rules();
        shop.pass(Duration.ofHours(12 + random.nextInt(24 * 40)));
        clear();
        look();
    }

    private void record() throws Failure {
        KeptShop.Files files = real ? shop.vault.files()::keep : memory::keep;
        Parcel parcel = shop.pack(1, files);
        if (random.nextInt(3) == 0) shop.frame(parcel, files);
        parcels.add(parcel);
        if (random.nextInt(40) == 0) shop.order(parcel, "B" + parcel.take(), "小雨", 999_999);
    }

    /** A hold counts from the moment in which the video was still there. */
    private void hold() throws Failure {
        if (parcels.isEmpty()) return;
        int one = random.nextInt(parcels.size());
        if (!there(parcels.get(one))) return;
        sum.holds++;
        held.add(one);
        if (random.nextInt(3) == 0 && claimed.add(one)) shop.claim(parcels.get(one));
        else shop.hold(parcels.get(one), true);
    }

    private void release() throws Failure {
        for (int one : new ArrayList<>(held)) {
            if (claimed.contains(one) || random.nextInt(2) == 0) continue;
            shop.hold(parcels.get(one), false);
            held.remove(one);
        }
    }

    private void rules() throws Failure {
        RetentionRules rules =
                new RetentionRules(
                        30 + random.nextInt(200),
                        random.nextInt(3) == 0 ? 0 : 250 + random.nextInt(200),
                        0,
                        0,
                        random.nextInt(3) == 0 ? 10_000 + random.nextInt(60_000) : 0,
                        random.nextInt(3) == 0 ? 5_000 : 0,
                        random.nextBoolean() ? 500_000 : 0,
                        1 + random.nextInt(14),
                        false);
        sum.pressures += rules.mostVideoBytes() + rules.leastFreeBytes() > 0 ? 1 : 0;
        memory.capacity(memory.used() + random.nextInt(20_000));
        shop.retention().rules(rules, KeptShop.DOER);
    }

    private void clear() throws Failure {
        sum.runs++;
        boolean breaks = random.nextInt(5) > 0;
        Retention retention =
                shop.retention(breaks ? breaking(random.nextInt(MOST_STEPS)) : disk());
        try {
            RetentionPlan plan = retention.plan();
            // A hold between the plan and its run.
            if (random.nextInt(4) == 0) hold();
            var result = retention.run(plan, KeptShop.DOER, RetentionProgress.UNSEEN);
            sum.quarantined += result.quarantined();
            sum.deleted += result.deleted();
            sum.broughtBack += result.broughtBack();
            sum.troubles += result.troubles() + result.notAsIndexed();
        } catch (BreakingDisk.Died died) {
            sum.crashes++;
            // Between the crash and the next start somebody opens a claim.
            for (int i = random.nextInt(3); i > 0; i--) hold();
        }
        finish();
    }

    /** The next start, which may die as well. */
    private void finish() throws Failure {
        while (random.nextInt(3) == 0) {
            try {
                shop.retention(breaking(random.nextInt(4)))
                        .finish(KeptShop.DOER, RetentionProgress.UNSEEN);
            } catch (BreakingDisk.Died died) {
                sum.crashesWhileFinishing++;
                hold();
            }
        }
        shop.retention(disk()).finish(KeptShop.DOER, RetentionProgress.UNSEEN);
    }

    /** Looks at every parcel, with nothing but the rows and the names on the disk. */
    private void look() throws Failure, IOException {
        for (int one : held) if (!disk().exists(parcels.get(one).file())) sum.heldLost++;
        Set<String> names = names();
        shop.vault
                .database()
                .read(tx -> {
                    tx.each(
                            "SELECT f.file, r.state, r.quarantine FROM (SELECT file FROM take UNION"
                                + " ALL SELECT file FROM key_frame) f LEFT JOIN keep_removal r ON"
                                + " r.file = f.file AND r.state <> 'RETURNED'",
                            row -> {
                                boolean here = names.remove(row.text("file"));
                                boolean away =
                                        row.maybeText("quarantine")
                                                .map(names::remove)
                                                .orElse(false);
                                boolean sound =
                                        switch (row.maybeText("state").orElse("")) {
                                            case "" -> here && !away;
                                            case "QUARANTINED" -> !here && away;
                                            case "DELETED" -> !here && !away;
                                            default -> false;
                                        };
                                if (!sound) sum.dangling++;
                            });
                    return true;
                });
        // What is left has no row.
        sum.dangling += names.size();
    }

    private Set<String> names() throws IOException {
        if (!real) return new HashSet<>(memory.names());
        Set<String> names = new HashSet<>();
        for (String folder : List.of("videos", "frames", "quarantine")) {
            try (Stream<Path> walk = Files.walk(shop.root.resolve(folder))) {
                walk.filter(Files::isRegularFile)
                        .map(shop.vault.files()::relative)
                        .filter(name -> !name.endsWith(".lock"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private boolean there(Parcel parcel) throws Failure {
        if (disk().exists(parcel.file())) return true;
        return shop.retention()
                .fateOf(parcel.take())
                .map(removal -> disk().exists(removal.quarantine()))
                .orElse(false);
    }

    private Disk disk() {
        return real ? new VaultDisk(shop.vault.files()) : memory;
    }

    private Disk breaking(int step) {
        return new BreakingDisk(disk(), step);
    }

    @Override
    public void close() {
        shop.close();
    }
}
