package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class OwnRulesTest {
    private static final String OWN =
            """
            carriers:
              - code: NEAR
                zh: 附近同城
                en: Near City
                shapes:
                  - {pattern: 'NC\\d{8}', names: yes, source: our carrier, checked: 2026-11-01}
            orders:
              - {pattern: '55\\d{10}', source: our shop system, checked: 2026-11-01}
            products:
              - {pattern: 'CUP\\d{6}', source: our article numbers, checked: 2026-11-01}
            others:
              - {kind: WORDS, pattern: 'LOT.*', source: our lots, checked: 2026-11-01}
            web:
              - {hosts: [near.invalid], keys: [n], source: our carrier, checked: 2026-11-01}
            """;

    @TempDir Path folder;

    @Test
    void aShopWithoutAFileHasTheShippedRules() throws Failure {
        assertSame(ScanRules.shipped(), ScanRules.of(folder));
    }

    @Test
    void theShopsRulesAreAskedFirstAndTheShippedOnesStay() throws Exception {
        ScanRules rules = own(OWN);
        Scan.Waybill near = assertInstanceOf(Scan.Waybill.class, rules.read("nc12345678"));
        assertEquals("NEAR", near.carrier().orElseThrow().code());
        assertEquals(new Scan.OrderCode("551234567890"), rules.read("551234567890"));
        assertEquals(new Scan.ProductCode("CUP123456"), rules.read("cup123456"));
        assertEquals(new Scan.Other(Scan.Kind.WORDS, "LOT12345678"), rules.read("LOT12345678"));
        assertInstanceOf(Scan.Waybill.class, rules.read("https://near.invalid/q?n=NC12345678"));
        assertInstanceOf(Scan.Waybill.class, rules.read("SF&é\"'(-è_çà&é\""));
        assertEquals(new Scan.Control(Scan.Command.STOP), rules.read("PW-STOP"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'carriers: [' | NOT_YAML",
                "'carier: []' | UNREADABLE",
                "'carriers: word' | UNREADABLE",
                "'carriers: [{code: A, zh: a}]' | MISSING",
                "'carriers: [{code: A, zh: a, en: a}]' | MISSING",
                "'orders: [{pattern: ''1('', source: x, checked: 2026-01-01}]' | PATTERN_BAD",
                "'orders: [{pattern: ''(.*)(.*)(.*)(.*)(.*)(.*)x'', source: x, checked:"
                        + " 2026-01-01}]' | PATTERN_SLOW",
                "'orders: [{pattern: ''1'', checked: 2026-01-01}]' | MISSING",
                "'orders: [{pattern: ''1'', source: x, checked: soon}]' | UNREADABLE",
                "'orders: [{patern: ''1'', source: x, checked: 2026-01-01}]' | UNREADABLE",
                "'orders: [{pattern: ''1'', check: luhn, source: x, checked: 2026-01-01}]' |"
                        + " UNREADABLE",
                "'orders: [{pattern: ''1'', names: maybe, source: x, checked: 2026-01-01}]' |"
                        + " UNREADABLE",
                "'others: [{pattern: ''1'', kind: SONG, source: x, checked: 2026-01-01}]' |"
                        + " UNREADABLE",
                "'inside: [{pattern: ''1'', source: x, checked: 2026-01-01}]' | PATTERN_BAD",
                "'layouts: [{name: x, typed: ab, meant: a}]' | UNREADABLE"
            })
    void aFaultInTheFileIsNamed(String text, String problem) {
        Failure failure = assertThrows(Failure.class, () -> own(text));
        assertTrue(failure.problem().key().endsWith("." + problem), failure.getMessage());
        assertTrue(failure.details().contains(ScanRules.OWN_FILE), failure.getMessage());
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Files.write(folder.resolve(ScanRules.OWN_FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
        Failure failure = assertThrows(Failure.class, () -> ScanRules.of(folder));
        assertEquals(ScanProblem.RULES_UNREADABLE, failure.problem());
    }

    @Test
    void aDateRuleOnAShapeWithoutADateMatchesNothing() throws Exception {
        ScanRules rules =
                own("orders: [{pattern: 'AB.*', date: yes, source: x, checked: 2026-01-01}]");
        assertInstanceOf(Scan.Waybill.class, rules.read("AB1234567890"));
    }

    private ScanRules own(String text) throws IOException, Failure {
        Files.writeString(folder.resolve(ScanRules.OWN_FILE), text);
        return ScanRules.of(folder);
    }
}
