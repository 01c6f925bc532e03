package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.time.LocalDate;
import java.util.List;

/** One fen under, at and over every line of every place, read anew from the shipped table. */
class ThresholdLinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final List<String> LINES = List.of("large", "huge", "especially_huge");
    private static final List<Tier> REACHED =
            List.of(Tier.T3_CRIMINAL_LARGE, Tier.T3_CRIMINAL_HUGE, Tier.T3_CRIMINAL_EXTRA);

    private final Qualifier qualifier = Qualifier.shipped();
    private final Node table =
            ShippedData.read(Qualifier.class, "thresholds.yaml", document -> document);

    @Test
    void eachLineOfEachUsablePlaceIncludesItsFigure() throws Failure {
        int lines = 0;
        for (Node row : table.at("thresholds").items()) {
            if (!row.at("use_for_tier").flag(false)) {
                continue;
            }
            String code = row.at("code").text();
            for (int i = 0; i < LINES.size(); i++) {
                if (row.at(LINES.get(i)).isAbsent()) {
                    continue;
                }
                Fen figure = row.at(LINES.get(i)).yuan();
                Tier below =
                        i > 0
                                ? REACHED.get(i - 1)
                                : figure.compareTo(national("large_floor")) > 0
                                        ? Tier.T2_GREY
                                        : Tier.T2_ADMIN;
                // A place without a middle figure passes through the national one.
                if (i == 0 || !row.at(LINES.get(i - 1)).isAbsent()) {
                    assertEquals(below, tier(code, figure.amount() - 1), code);
                }
                assertEquals(REACHED.get(i), tier(code, figure.amount()), code);
                assertEquals(REACHED.get(i), tier(code, figure.amount() + 1), code);
                lines++;
            }
        }
        assertTrue(lines > 40, "lines tried: " + lines);
    }

    @Test
    void placesWithoutUsableFiguresFollowTheNationalRange() throws Failure {
        for (Node row : table.at("thresholds").items()) {
            if (!row.at("use_for_tier").flag(false)) {
                assertNationalRange(row.at("code").text());
            }
        }
        assertNationalRange("no-such-place");
    }

    private void assertNationalRange(String code) throws Failure {
        assertSteps(code, "large_floor", Tier.T2_ADMIN, Tier.T2_GREY);
        assertSteps(code, "large_ceiling", Tier.T2_GREY, Tier.T3_CRIMINAL_LARGE);
        assertSteps(code, "huge_floor", Tier.T3_CRIMINAL_LARGE, Tier.T3_CRIMINAL_LARGE);
        assertSteps(code, "huge_ceiling", Tier.T3_CRIMINAL_LARGE, Tier.T3_CRIMINAL_HUGE);
        assertSteps(code, "especially_huge", Tier.T3_CRIMINAL_HUGE, Tier.T3_CRIMINAL_EXTRA);
        Qualification answer = ask(code, national("large_floor").amount(), Outcome.OBTAINED);
        assertTrue(answer.warnings().stream().anyMatch(w -> w.code().equals("THRESHOLD_UNKNOWN")));
    }

    private void assertSteps(String code, String line, Tier below, Tier reached) throws Failure {
        long figure = national(line).amount();
        assertEquals(below, tier(code, figure - 1), code + " " + line);
        assertEquals(reached, tier(code, figure), code + " " + line);
        assertEquals(reached, tier(code, figure + 1), code + " " + line);
    }

    @Test
    void knownLinesOfAPartlyKnownPlaceAreUsedAndTheRestIsNational() {
        assertEquals(Tier.T3_CRIMINAL_LARGE, tier("guangxi", 300000));
        assertEquals(Tier.T3_CRIMINAL_LARGE, tier("guangxi", 9999999));
        assertEquals(Tier.T3_CRIMINAL_HUGE, tier("guangxi", 10000000));
        assertEquals(Tier.T3_CRIMINAL_EXTRA, tier("guangxi", 50000000));
        assertTrue(
                ask("guangxi", 3000000, Outcome.OBTAINED)
                        .tierAlternatives()
                        .contains(Tier.T3_CRIMINAL_HUGE));
    }

    @Test
    void attemptsAreCrimesOnlyFromTheHugeLine() throws Failure {
        for (Node row : table.at("thresholds").items()) {
            if (row.at("use_for_tier").flag(false) && !row.at("huge").isAbsent()) {
                String code = row.at("code").text();
                long huge = row.at("huge").yuan().amount();
                assertEquals(Tier.T2_ADMIN, ask(code, huge - 1, Outcome.ATTEMPTED).tier(), code);
                assertEquals(
                        Tier.T3_CRIMINAL_ATTEMPT, ask(code, huge, Outcome.ATTEMPTED).tier(), code);
                assertEquals(
                        Tier.T3_CRIMINAL_ATTEMPT,
                        ask(code, huge + 1, Outcome.ATTEMPTED).tier(),
                        code);
            }
        }
        assertEquals(Tier.T2_ADMIN, ask("fujian", 2999999, Outcome.ATTEMPTED).tier());
        assertEquals(Tier.T2_GREY, ask("fujian", 3000000, Outcome.ATTEMPTED).tier());
        assertEquals(Tier.T2_GREY, ask("fujian", 9999999, Outcome.ATTEMPTED).tier());
        assertEquals(Tier.T3_CRIMINAL_ATTEMPT, ask("fujian", 10000000, Outcome.ATTEMPTED).tier());
    }

    @Test
    void explanationSaysHowMuchMoreWouldReachTheNextLine() {
        Qualification answer = ask("guangdong-1", 570000, Outcome.OBTAINED);
        List<String> said = answer.explanation().stream().map(r -> r.text().zh()).toList();
        assertTrue(
                said.stream().anyMatch(text -> text.contains("再增加 300.00 元即达到广东一类地区的“数额较大”标准")),
                said.toString());
        assertTrue(
                answer.explanation().stream()
                        .anyMatch(r ->
                                r.text()
                                        .en()
                                        .contains(
                                                "300.00 yuan more reaches the Guangdong 1 line")));
    }

    @Test
    void aProvinceWithClassesIsShownInEachClass() {
        Qualification answer = ask("guangdong", 450000, Outcome.OBTAINED);
        assertEquals(2, answer.forums().size());
        assertEquals(Tier.T3_CRIMINAL_LARGE, answer.tier());
        assertEquals("guangdong-2", answer.forums().getFirst().code());
        assertEquals(answer.forums().size(), ask("广东", 450000, Outcome.OBTAINED).forums().size());
    }

    private Fen national(String line) throws Failure {
        return table.at("meta").at("national").at(line).yuan();
    }

    private Tier tier(String code, long fen) {
        return ask(code, fen, Outcome.OBTAINED).tier();
    }

    private Qualification ask(String code, long fen, Outcome outcome) {
        return qualifier.plain(
                ActFacts.on(DAY.plusDays(9))
                        .forum(code)
                        .knewOn(DAY)
                        .refundBy(outcome == Outcome.OBTAINED ? RefundBy.MERCHANT : RefundBy.NONE)
                        .act(Act.of(DAY, new Fen(fen), outcome))
                        .build());
    }
}
