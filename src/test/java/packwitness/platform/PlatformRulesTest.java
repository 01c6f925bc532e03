package packwitness.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

final class PlatformRulesTest {
    @TempDir Path folder;

    @Test
    void aPlatformIsFoundByTheNameThatOrdersCarry() throws Failure {
        PlatformRules rules = PlatformRules.shipped();
        assertEquals("pinduoduo", rules.ofPlatform("拼多多").orElseThrow().id());
        assertEquals("taobao-refuse", rules.ofPlatform("天猫").orElseThrow().id());
        assertEquals("jd", rules.ofPlatform("jd").orElseThrow().id());
        assertTrue(rules.ofPlatform("nowhere").isEmpty());
        assertEquals(
                PlatformProblem.UNKNOWN_RULE,
                assertThrows(Failure.class, () -> rules.named("nowhere")).problem());
    }

    @Test
    void whatNoSourceStatesIsMarkedAsUnknown() throws Failure {
        assertTrue(PlatformRules.shipped().named("taobao-refuse").known());
        assertFalse(PlatformRules.shipped().named("pinduoduo").known());
    }

    @Test
    void aRuleIsStaleAfterNinetyDays() throws Failure {
        PlatformRule rule = PlatformRules.shipped().named("taobao-refuse");
        LocalDate read = rule.checkedOn();
        assertFalse(rule.stale(read.plusDays(90)));
        assertTrue(rule.stale(read.plusDays(91)));
    }

    @Test
    void writtenRulesAreReadBackTheSame() throws Failure {
        Path file = folder.resolve("rules.yaml");
        PlatformRules.shipped().write(file);
        Path owners = folder.resolve("owners.yaml");
        assertEquals(PlatformRules.shipped().all(), PlatformRules.take(file, owners).all());
        assertEquals(PlatformRules.shipped().all(), PlatformRules.of(owners).all());
    }

    @Test
    void theOwnersRuleReplacesTheShippedOne() throws Exception {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, ruleOf("pinduoduo", 3, 600_000));
        PlatformRules rules = PlatformRules.take(file, folder.resolve("owners.yaml"));
        assertEquals(3, rules.named("pinduoduo").images().most());
        assertEquals(PlatformRules.shipped().all().size(), rules.all().size());
    }

    @Test
    void aFaultyFileChangesNothingAndNamesThePlace() throws Exception {
        Path owners = folder.resolve("owners.yaml");
        Path good = folder.resolve("good.yaml");
        Files.writeString(good, ruleOf("pinduoduo", 3, 600_000));
        PlatformRules.take(good, owners);
        byte[] before = Files.readAllBytes(owners);
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, ruleOf("pinduoduo", 3, 17));
        Failure tooSmall = assertThrows(Failure.class, () -> PlatformRules.take(bad, owners));
        assertEquals(PlatformProblem.OUT_OF_RANGE, tooSmall.problem());
        assertEquals("rules[0].images.bytes", tooSmall.details().getFirst());
        Files.writeString(bad, "rules: [");
        assertThrows(Failure.class, () -> PlatformRules.take(bad, owners));
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(owners));
    }

    private static String ruleOf(String id, int most, int bytes) {
        return """
        rules:
          - id: %s
            platform: {zh: 拼多多, en: Pinduoduo}
            channel: {zh: 申诉, en: appeal}
            images: {most: %d, bytes: %d}
            text: {least: 2, most: 300, bytes: 600}
            names: 16
            source: back office
            checked_on: 2026-11-20
            checked_by: owner
        """
                .formatted(id, most, bytes);
    }
}
