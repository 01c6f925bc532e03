package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Fen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What one more fact would change, and that it is neither more nor less than said. */
class WhatIfTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private final Qualifier qualifier = Qualifier.shipped();

    @Test
    void threeHundredYuanMoreReachTheLineOfGuangdongAndTheOtherPlaceIsSaidToo() {
        Qualification answer =
                qualifier.qualify(
                        ActFacts.on(DAY.plusDays(9))
                                .forum("guangdong-1")
                                .forum("hubei")
                                .knewOn(DAY)
                                .act(Patterns.act(DAY, "5700.00", Outcome.OBTAINED))
                                .build());
        Change guangdong = change(answer, "more_obtained", "guangdong-1");
        assertEquals(new Fen(30_000), guangdong.amount().orElseThrow());
        assertEquals(Tier.T3_CRIMINAL_LARGE, guangdong.tier());
        assertTrue(guangdong.text().zh().contains("再增加 300.00 元"), guangdong.text().zh());
        assertTrue(guangdong.text().en().contains("300.00 yuan more"), guangdong.text().en());
        assertEquals(
                new Fen(4_430_000),
                change(answer, "more_obtained", "hubei").amount().orElseThrow());
        assertEquals(
                new Fen(70_001), change(answer, "less_obtained", "hubei").amount().orElseThrow());
        Reason last = answer.explanation().getLast();
        assertEquals(Reason.Step.CHANGE, last.step());
        assertFalse(last.text().zh().contains("{"), last.text().zh());
    }

    private static Change change(Qualification answer, String fact, String forum) {
        return answer.changes().stream()
                .filter(change -> change.fact().equals(fact))
                .filter(change -> change.forum().orElse("").equals(forum))
                .findFirst()
                .orElseThrow(() -> new AssertionError(fact + " in " + answer.changes()));
    }

    @Test
    void eachSumSaidIsExactToTheFen() {
        Random random = new Random(300);
        int said = 0;
        for (int i = 0; i < 60; i++) {
            Fen sum = new Fen((long) Math.pow(10, 4 + random.nextDouble() * 4));
            for (Change change : answer(sum).changes()) {
                long fen = change.amount().orElse(Fen.ZERO).amount();
                if (change.fact().equals("more_obtained")) {
                    assertEquals(change.tier(), tier(new Fen(sum.amount() + fen)));
                    assertNotEquals(change.tier(), tier(new Fen(sum.amount() + fen - 1)));
                    said++;
                } else if (change.fact().equals("less_obtained")) {
                    assertEquals(change.tier(), tier(new Fen(sum.amount() - fen)));
                    assertNotEquals(change.tier(), tier(new Fen(sum.amount() - fen + 1)));
                    said++;
                }
            }
        }
        assertTrue(said > 60, "sums said: " + said);
    }

    private Qualification answer(Fen sum) {
        return qualifier.qualify(facts(sum));
    }

    private Tier tier(Fen sum) {
        return qualifier.plain(facts(sum)).tier();
    }

    private static ActFacts facts(Fen sum) {
        return ActFacts.on(DAY.plusDays(9))
                .forum("jiangsu")
                .knewOn(DAY)
                .act(Act.of(DAY, sum, Outcome.OBTAINED))
                .build();
    }

    @Test
    void everyChangeChangesTheTierAndIsSaidOnceInBothLanguages() {
        Random random = new Random(12);
        for (int i = 0; i < 60; i++) {
            ActFacts facts = Patterns.random(random);
            Qualification answer = qualifier.qualify(facts);
            for (Change change : answer.changes()) {
                Tier now =
                        change.forum()
                                .flatMap(code ->
                                        answer.forums().stream()
                                                .filter(forum -> forum.code().equals(code))
                                                .map(ForumResult::tier)
                                                .findFirst())
                                .orElse(answer.tier());
                assertNotEquals(now, change.tier(), change.toString());
                assertFalse(change.text().zh().contains("{"), change.text().zh());
                assertFalse(change.text().en().contains("{"), change.text().en());
            }
            assertEquals(
                    answer.changes().size(),
                    List.copyOf(answer.changes()).stream().distinct().count());
        }
    }

    @Test
    void theOrderOfTheActsDoesNotMatter() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            ActFacts facts = Patterns.random(random);
            List<Act> mixed = new ArrayList<>(facts.acts());
            java.util.Collections.shuffle(mixed, random);
            Qualification one = qualifier.plain(facts);
            Qualification other = qualifier.plain(facts.but().acts(mixed).build());
            assertEquals(one.tier(), other.tier(), facts.toString());
            assertEquals(one.cumulativeObtained(), other.cumulativeObtained());
            assertEquals(java.util.Set.copyOf(ids(one)), java.util.Set.copyOf(ids(other)));
        }
    }

    private static List<String> ids(Qualification answer) {
        return answer.mustCite().stream().map(Citation::id).toList();
    }

    @Test
    void strongerEvidenceNeverLowersTheTier() {
        Random random = new Random(6);
        for (int i = 0; i < 60; i++) {
            ActFacts facts = Patterns.random(random);
            Tier before = Tier.T0_NO_BASIS;
            for (DeceitEvidence evidence : DeceitEvidence.values()) {
                Tier tier = qualifier.plain(facts.but().deceitEvidence(evidence).build()).tier();
                assertTrue(tier.compareTo(before) >= 0, facts.toString());
                before = tier;
            }
        }
    }

    @Test
    void showingOnePersonNeverLowersTheTier() {
        Random random = new Random(7);
        for (int i = 0; i < 80; i++) {
            ActFacts facts = Patterns.random(random);
            Tier apart = qualifier.plain(facts.but().samePersonShown(false).build()).tier();
            Tier together = qualifier.plain(facts.but().samePersonShown(true).build()).tier();
            assertTrue(together.compareTo(apart) >= 0, facts.toString());
        }
    }
}
