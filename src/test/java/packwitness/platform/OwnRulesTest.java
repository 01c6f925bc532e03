package packwitness.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class OwnRulesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-12-01T20:00:00Z"), ZoneId.of("UTC"));

    @TempDir Path folder;
    private Vault vault;
    private OwnRules rules;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        rules = new OwnRules(vault);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aChangedValueHoldsAndTheRestStays() throws Failure {
        PlatformRule before = rules.current().named("jd");
        PlatformRule now =
                rules.set("jd", Map.of("images.most", "6", "deadline.hours", "36"), "王")
                        .named("jd");
        assertEquals(6, now.images().most());
        assertEquals(before.images().bytes(), now.images().bytes());
        assertEquals(36, now.deadline().orElseThrow().hours());
        assertEquals(before.deadline().orElseThrow().from(), now.deadline().orElseThrow().from());
        assertEquals(LocalDate.of(2026, 12, 2), now.checkedOn());
        assertEquals("王", now.checkedBy());
        assertEquals(now, rules.current().named("jd"));
    }

    @Test
    void whatWasSaidBeforeStaysWithWhoAndWhen() throws Failure {
        rules.set("jd", Map.of("images.most", "6"), "王");
        rules.set("jd", Map.of("images.most", "9"), "李");
        rules.reset("jd", "李");
        List<RuleChange> history = rules.history("jd");
        assertEquals(List.of("李", "李", "王"), history.stream().map(RuleChange::by).toList());
        assertTrue(history.getFirst().rule().isEmpty());
        assertEquals(6, history.getLast().rule().orElseThrow().images().most());
        assertEquals(CLOCK.instant(), history.getLast().at());
        assertEquals(PlatformRules.shipped().named("jd"), rules.current().named("jd"));
    }

    @Test
    void optionalValuesMayBeTakenAway() throws Failure {
        rules.set("jd", Map.of("document_bytes", "2000000", "text.bytes", "900"), "王");
        assertEquals(2_000_000, rules.current().named("jd").documentBytes().orElseThrow());
        rules.set("jd", Map.of("document_bytes", "none", "deadline", "none"), "王");
        assertTrue(rules.current().named("jd").documentBytes().isEmpty());
        assertTrue(rules.current().named("jd").deadline().isEmpty());
    }

    @Test
    void nonsenseIsRefusedAndNothingChanges() throws Failure {
        assertProblem(PlatformProblem.UNKNOWN_FIELD, Map.of("colour", "red"));
        assertProblem(PlatformProblem.UNKNOWN_FIELD, Map.of("names", "none"));
        assertProblem(PlatformProblem.OUT_OF_RANGE, Map.of("images.bytes", "17"));
        assertThrows(Failure.class, () -> rules.set("jd", Map.of("images.most", "many"), "王"));
        assertThrows(Failure.class, () -> rules.set("jd", Map.of("images.formats", "BMP"), "王"));
        assertThrows(Failure.class, () -> rules.set("nowhere", Map.of("names", "20"), "王"));
        assertEquals(PlatformRules.shipped().all(), rules.current().all());
        assertEquals(List.of(), rules.history("jd"));
    }

    private void assertProblem(PlatformProblem problem, Map<String, String> values) {
        assertEquals(
                problem, assertThrows(Failure.class, () -> rules.set("jd", values, "王")).problem());
    }

    @Test
    void anExportedFileTakenInAgainSaysNothingNew() throws Failure {
        rules.set("jd", Map.of("images.most", "6"), "王");
        Path file = folder.resolve("rules.yaml");
        rules.current().write(file);
        rules.take(file, "李");
        assertEquals(1, rules.history("jd").size());
        assertEquals(List.of(), rules.history("pinduoduo"));
    }

    @Test
    void aFaultyRowOfAFileKeepsTheGoodOnesOutToo() throws Exception {
        Path file = folder.resolve("rules.yaml");
        rules.current().write(file);
        String text = Files.readString(file).replace("most: 20", "most: 7");
        Files.writeString(file, text.replaceFirst("bytes: 130000", "bytes: 13"));
        assertThrows(Failure.class, () -> rules.take(file, "李"));
        assertEquals(PlatformRules.shipped().all(), rules.current().all());
    }

    @Test
    void theFileOfAnOlderProgramStillCountsUntilChanged() throws Exception {
        Path file = vault.root().resolve("platform-rules.yaml");
        PlatformRules.shipped().write(file);
        Files.writeString(file, Files.readString(file).replace("hours: 48", "hours: 40"));
        assertEquals(40, rules.current().named("weixin-shop").deadline().orElseThrow().hours());
        rules.set("weixin-shop", Map.of("deadline.hours", "30"), "王");
        assertEquals(30, rules.current().named("weixin-shop").deadline().orElseThrow().hours());
    }
}
