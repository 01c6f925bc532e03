package packwitness.bench.faults;

import packwitness.bench.disk.DiskWatcher.Act;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What disks do to the files of takes; by the watched disk, which fails on demand. */
final class DiskFaults {
    /** A second of slowness until the next bytes, and three without any. */
    private static final long BYTES = 5000;

    private DiskFaults() {}

    static List<Fault> all() {
        return List.of(
                fails("disk full in the middle of a take", "No space left on device", Act.WRITE),
                fails("disk turns read-only", "Read-only file system", Act.WRITE, Act.CREATE),
                fails("force fails", "Input/output error", Act.FORCE),
                Fault.alarm(
                        "out of file handles",
                        BYTES,
                        (station, struck) -> {
                            station.record();
                            station.disk.fail("Too many open files", Act.CREATE);
                            long now = System.nanoTime();
                            scan(station, struck, "PW00000000000002");
                            return now;
                        },
                        DiskFaults::mended),
                Fault.answer(
                        "folder of the day cannot be made",
                        BYTES,
                        (station, struck) -> {
                            station.disk.fail("Permission denied", Act.MAKE_FOLDER);
                            station.desk.arm(Station.CAMERA, "1");
                            long now = System.nanoTime();
                            scan(station, struck, "PW00000000000001");
                            mended(station);
                            return now;
                        }),
                slow("disk takes 2 s for everything", 2000),
                slow("disk stalls for 15 s", 15_000),
                atSealing("rename fails", "Permission denied"),
                Fault.alarm(
                        "folder is removed under a running take",
                        BYTES,
                        (station, struck) -> {
                            station.record();
                            remove(station.folder.resolve("videos"));
                            long now = System.nanoTime();
                            station.scan("PW-STOP");
                            return now;
                        }));
    }

    private static Fault fails(String name, String words, Act... acts) {
        return Fault.alarm(
                name,
                BYTES,
                (station, struck) -> {
                    station.record();
                    station.disk.fail(words, acts);
                    while (station.disk.since() == 0) Thread.sleep(5);
                    return station.disk.since();
                },
                DiskFaults::mended);
    }

    private static Fault slow(String name, long millis) {
        return Fault.alarm(
                name,
                BYTES,
                (station, struck) -> {
                    station.record();
                    station.disk.slow(millis, Act.WRITE, Act.FORCE);
                    while (station.disk.since() == 0) Thread.sleep(5);
                    return station.disk.since();
                },
                station -> {
                    long left =
                            Math.min(millis, 4000)
                                    - (System.nanoTime() - station.disk.since()) / 1_000_000;
                    if (left > 0) Thread.sleep(left);
                    mended(station);
                });
    }

    private static Fault atSealing(String name, String words) {
        return Fault.alarm(
                name,
                BYTES,
                (station, struck) -> {
                    station.record();
                    station.disk.fail(words, Act.MOVE);
                    long now = System.nanoTime();
                    station.scan("PW-STOP");
                    return now;
                },
                DiskFaults::mended);
    }

    private static void mended(Station station) throws InterruptedException {
        Thread.sleep(300);
        station.disk.good();
        Thread.sleep(300);
    }

    static void scan(Station station, Fault.Struck struck, String code) {
        try {
            station.scan(code);
        } catch (Failure e) {
            struck.answered(e.problem().key());
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.deleteIfExists(file);
    }
}
