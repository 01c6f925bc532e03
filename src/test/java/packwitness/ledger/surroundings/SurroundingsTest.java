package packwitness.ledger.surroundings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

class SurroundingsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;

    @Test
    void everyQuestionOfAnArmRowIsAnsweredOrSaidToBeUnknown() {
        SortedMap<String, String> facts = Surroundings.of(folder, CLOCK);
        for (String name : new String[] {"os", "arch", "java", "program_sha256", "ntp", "zone"})
            assertTrue(!facts.getOrDefault(name, "").isBlank(), name);
        assertEquals("28800", facts.get("zone_offset_s"));
        assertTrue(
                Long.parseLong(facts.get("disk_free")) <= Long.parseLong(facts.get("disk_total")));
        assertTrue(facts.get("ntp").matches("synchronized|unsynchronized|unknown"));
    }

    @Test
    void folderThatIsNotThereTellsNoDisk() {
        assertEquals(
                Surroundings.UNKNOWN,
                Surroundings.of(folder.resolve("none"), CLOCK).get("disk_free"));
    }

    @Test
    void kernelThatIsNotSynchronizedSaysSo() {
        assertEquals(
                new TimeSync("synchronized", OptionalLong.of(1500)),
                TimeSync.read(0, 0x2001, 1500));
        assertEquals("unsynchronized", TimeSync.read(5, 0x40, 16_000_000).state());
        assertEquals("unsynchronized", TimeSync.read(0, 0x40, 16_000_000).state());
        assertEquals("unknown", TimeSync.read(-1, 0, 0).state());
    }

    @Test
    void timeServiceOfWindowsIsReadInAnyLanguage() {
        assertEquals(
                "synchronized",
                TimeSync.read("Leap Indicator: 0(no warning)\r\nStratum: 4 (x)")
                        .orElseThrow()
                        .state());
        assertEquals(
                "unsynchronized",
                TimeSync.read("\u00cc\u00f8: 3(\u00ce\u00b4)\r\nStratum: 0").orElseThrow().state());
        for (String none : new String[] {"", "The service has not been started. (0x80070426)"})
            assertEquals(Optional.empty(), TimeSync.read(none));
    }

    @Test
    void timeSinceTheStartIsReadAndBadTextIsNone() throws Exception {
        Path proc = folder.resolve("proc");
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "a-b\n");
        Files.writeString(proc.resolve("uptime"), "12345.67 9.0\n");
        assertEquals(12_345_670, Uptime.read(proc).orElseThrow().millis());
        Files.writeString(proc.resolve("uptime"), "long\n");
        assertEquals(Optional.empty(), Uptime.read(proc));
    }

    @Test
    void anotherProgramHasAnotherHash() throws Exception {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("a"));
        Files.writeString(classes.resolve("a/One.class"), "1");
        Files.writeString(classes.resolve("Two.class"), "2");
        var before = ProgramHash.of(classes);
        assertEquals(before, ProgramHash.of(classes));
        Files.writeString(classes.resolve("a/One.class"), "3");
        assertNotEquals(before, ProgramHash.of(classes));
    }
}
