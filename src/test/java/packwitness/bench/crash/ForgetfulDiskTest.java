package packwitness.bench.crash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.crash.Tape.Kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ForgetfulDiskTest {
    private static final byte[] NOTHING = {};

    @TempDir Path folder;

    // One for all: the first numbers of neighbouring seeds are nearly the same.
    private final Random chance = new Random(4);

    private static Tape.Step step(Kind kind, String path, String to, byte[] bytes) {
        return new Tape.Step(kind, path, to, 0, bytes, none -> {}, 0, 0, Instant.EPOCH);
    }

    private Path cut(ForgetfulDisk.Flaw flaw, int turn, List<Tape.Step> steps) throws Exception {
        ForgetfulDisk disk = new ForgetfulDisk(flaw);
        steps.forEach(disk::follow);
        Path left = Files.createDirectories(folder.resolve(flaw + "-" + turn));
        disk.cut(left, chance);
        return left;
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    @Test
    void forcedBytesUnderAForcedNameStayWhateverChanceWants() throws Exception {
        List<Tape.Step> steps =
                List.of(
                        step(Kind.CREATED, "d/a", "d/a", NOTHING),
                        step(Kind.FORCED, "d", "d", NOTHING),
                        step(Kind.WROTE, "d/a", "d/a", bytes(10_000)),
                        step(Kind.FORCED, "d/a", "d/a", NOTHING));
        for (int i = 0; i < 50; i++)
            assertArrayEquals(
                    bytes(10_000),
                    Files.readAllBytes(cut(ForgetfulDisk.Flaw.NONE, i, steps).resolve("d/a")));
    }

    @Test
    void unforcedBytesComeBackWholeInPartTornOrNotAtAll() throws Exception {
        List<Tape.Step> steps =
                List.of(
                        step(Kind.CREATED, "d/a", "d/a", NOTHING),
                        step(Kind.FORCED, "d", "d", NOTHING),
                        step(Kind.WROTE, "d/a", "d/a", bytes(20_000)));
        Set<Integer> sevens = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            byte[] left = Files.readAllBytes(cut(ForgetfulDisk.Flaw.NONE, i, steps).resolve("d/a"));
            int count = 0;
            for (byte each : left) if (each == 7) count++;
            sevens.add(count);
        }
        assertTrue(sevens.contains(0));
        assertTrue(sevens.contains(20_000));
        assertTrue(sevens.stream().anyMatch(n -> n > 0 && n % 4096 != 0 && n < 16_384), "torn");
    }

    @Test
    void namesThatWereNotForcedMayBeUndone() throws Exception {
        List<Tape.Step> steps =
                List.of(
                        step(Kind.CREATED, "d/a.part", "d/a.part", NOTHING),
                        step(Kind.FORCED, "d", "d", NOTHING),
                        step(Kind.MOVED, "d/a.part", "d/a", NOTHING));
        Set<Boolean> moved = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Path left = cut(ForgetfulDisk.Flaw.NONE, i, steps);
            boolean under = Files.exists(left.resolve("d/a"));
            assertEquals(!under, Files.exists(left.resolve("d/a.part")));
            moved.add(under);
        }
        assertEquals(Set.of(true, false), moved);
    }

    @Test
    void aFileInAFolderWithoutAForcedNameIsLostWithIt() throws Exception {
        List<Tape.Step> steps =
                List.of(
                        step(Kind.MADE_FOLDER, "d/new", "d/new", NOTHING),
                        step(Kind.CREATED, "d/new/a", "d/new/a", NOTHING),
                        step(Kind.FORCED, "d/new", "d/new", NOTHING));
        Set<Boolean> there = new HashSet<>();
        for (int i = 0; i < 40; i++)
            there.add(Files.exists(cut(ForgetfulDisk.Flaw.NONE, i, steps).resolve("d/new/a")));
        assertEquals(Set.of(true, false), there);
    }

    @Test
    void aPlantedFlawLosesWhatWasForced() throws Exception {
        List<Tape.Step> steps =
                List.of(
                        step(Kind.CREATED, "d/a", "d/a", NOTHING),
                        step(Kind.FORCED, "d", "d", NOTHING),
                        step(Kind.WROTE, "d/a", "d/a", bytes(5000)),
                        step(Kind.FORCED, "d/a", "d/a", NOTHING));
        Set<Long> sizes = new HashSet<>();
        for (int i = 0; i < 40; i++)
            sizes.add(
                    Files.size(cut(ForgetfulDisk.Flaw.BYTES_NOT_FORCED, i, steps).resolve("d/a")));
        assertTrue(sizes.size() > 1, sizes.toString());
    }
}
