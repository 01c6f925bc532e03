package packwitness.bench;

import packwitness.bench.KeptShop.Parcel;
import packwitness.storage.Database;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes orders, several rows each, into an index on a small volume until nothing more goes in;
 * makes room and writes on with the same program, until it is full again; then the next start.
 */
final class FullDisk {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final int BALLAST = 2_000_000;
    private static final int MOST = 300_000;
    private static final int TIMES = 3;

    private FullDisk() {}

    /**
     * What came of it.
     *
     * @param times how often the volume was full
     * @param halfDone orders of which some rows are there and some are not, or that were refused
     *     and are there
     */
    record Sum(int times, long acknowledged, long lost, long halfDone, boolean whole) {
        boolean holds() {
            return times == TIMES && lost == 0 && halfDone == 0 && whole;
        }
    }

    static Sum fill(Path disk, long seed) throws Failure, IOException {
        Path folder = disk.resolve("packwitness-full");
        List<Path> ballast = new ArrayList<>();
        for (int i = 0; i < TIMES; i++)
            ballast.add(Files.write(disk.resolve("ballast-" + i), new byte[BALLAST]));
        Set<String> acknowledged = new HashSet<>();
        long[] wrong = new long[2];
        int times = 0;
        try {
            try (KeptShop shop = KeptShop.open(folder, BEGIN, seed)) {
                Parcel parcel = shop.pack(1);
                for (Path one : ballast) {
                    if (untilFull(shop, parcel, acknowledged)) times++;
                    look(shop.vault.database(), acknowledged, wrong);
                    Files.delete(one);
                }
            }
            try (KeptShop shop = KeptShop.open(folder, BEGIN, seed)) {
                look(shop.vault.database(), acknowledged, wrong);
            }
            boolean whole = whole(folder);
            return new Sum(times, acknowledged.size(), wrong[0], wrong[1], whole);
        } finally {
            Trial.delete(folder);
            for (Path one : ballast) Files.deleteIfExists(one);
        }
    }

    private static boolean untilFull(KeptShop shop, Parcel parcel, Set<String> acknowledged)
            throws Failure {
        for (int i = 0; i < MOST; i++) {
            String number = "N" + acknowledged.size() + "-" + i;
            try {
                shop.order(parcel, number, "小雨", 100);
            } catch (Failure e) {
                if (e.problem() == StorageProblem.DISK_FULL) return true;
                throw e;
            }
            acknowledged.add(number);
        }
        return false;
    }

    /** Looks for acknowledged orders that are not there, and for others that are. */
    private static void look(Database database, Set<String> acknowledged, long[] wrong)
            throws Failure {
        Set<String> missing = new HashSet<>(acknowledged);
        database.read(tx -> {
            tx.each(
                    "SELECT o.order_no, w.waybill FROM shop_order o LEFT JOIN order_waybill w ON"
                            + " w.order_id = o.id",
                    row -> {
                        boolean whole = row.maybeText("waybill").isPresent();
                        if (!missing.remove(row.text("order_no")) || !whole) wrong[1]++;
                    });
            return true;
        });
        wrong[0] += missing.size();
    }

    private static boolean whole(Path folder) {
        try {
            Database.checkWhole(folder.resolve("packwitness.db"));
            return true;
        } catch (Failure broken) {
            return false;
        }
    }
}
