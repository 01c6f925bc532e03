package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Sha256;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class ChildProcessTest {
    private static final long MOST_GROWTH_MEGABYTES = 40;

    @TempDir Path folder;

    @Test
    void killedRecordingIsPlayableAndProvenToItsLastTold() throws Exception {
        List<Segment> told = new ArrayList<>();
        Process child = java(RecordUntilKilled.class, folder.toString());
        try (BufferedReader lines = reader(child)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("segment ")) told.add(segment(line));
                // The process itself would close its output, with lines still in it.
                if (told.size() == 6) child.toHandle().destroyForcibly();
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        assertTrue(told.size() >= 6, "the child told of " + told.size());
        Path part = folder.resolve("1.mp4.part");
        Recovered found = Recovery.examine(part, told);
        assertEquals(told.size(), found.provenSegments());
        assertTrue(found.frames() > 100);
        FrameNumbers.Count count = FrameNumbers.count(part);
        assertTrue(count.whole(), count.toString());
        assertTrue(count.last() - count.first() + 1 >= found.frames());
    }

    private static Segment segment(String line) {
        String[] f = line.split(" ");
        return new Segment(
                Integer.parseInt(f[1]),
                Long.parseLong(f[2]),
                Long.parseLong(f[3]),
                new Sha256(f[4]),
                new Sha256(f[5]),
                Integer.parseInt(f[6]),
                Instant.parse(f[7]));
    }

    @Test
    void armingSixtyTimesDoesNotGrowTheProcess() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
        List<String> output = new ArrayList<>();
        Process child = java(ArmAndClose.class, "60");
        try (BufferedReader lines = reader(child)) {
            lines.lines().forEach(output::add);
        }
        assertEquals(0, child.waitFor(), output.toString());
        String[] kilobytes = output.getLast().split(" ");
        long growth = (Long.parseLong(kilobytes[2]) - Long.parseLong(kilobytes[1])) / 1024;
        assertTrue(growth <= MOST_GROWTH_MEGABYTES, "grew by " + growth + " MB");
    }

    private static BufferedReader reader(Process child) {
        return new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process java(Class<?> main, String argument) throws IOException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms96m",
                        "-Xmx96m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        main.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }
}
