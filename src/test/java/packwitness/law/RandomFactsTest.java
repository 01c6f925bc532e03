package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What must hold of every answer, tried on random facts with a fixed seed. */
class RandomFactsTest {
    private static final int CASES = 1000;
    private static final Set<String> OFFENCES = Set.of("PSAPL12-49", "PSAPL25-58");

    private final Qualifier qualifier = Qualifier.shipped();

    @Test
    void everyAnswerKeepsTheRulesOfTheCatalogue() {
        Random random = new Random(20261122);
        for (int i = 0; i < CASES; i++) {
            ActFacts facts = Patterns.random(random);
            Qualification answer = qualifier.plain(facts);
            assertVersions(facts, answer);
            assertNoContradiction(answer);
            assertTierAndProvisionsAgree(facts, answer);
            assertSentences(answer);
        }
    }

    private static void assertVersions(ActFacts facts, Qualification answer) {
        Set<LocalDate> days = new LinkedHashSet<>();
        facts.acts().forEach(act -> days.add(act.date()));
        days.add(facts.reportedOn().orElse(facts.asOf()));
        days.add(facts.filedOn().orElse(facts.asOf()));
        for (Citation citation : answer.mustCite()) {
            Provision provision = citation.provision();
            assertEquals(Use.BASIS, citation.use());
            assertTrue(provision.verified() && provision.quotable().isPresent(), citation.id());
            assertTrue(provision.strength() != Strength.DISPUTED, citation.id());
            assertTrue(days.stream().anyMatch(provision::inForceOn), citation.id() + facts);
            assertFalse(citation.why().isEmpty());
        }
        for (Citation citation : answer.mayCite()) {
            if (!citation.provision().verified()) {
                assertEquals(Use.NAMED_ONLY, citation.use(), citation.id());
            }
            if (citation.provision().strength() == Strength.DISPUTED) {
                assertTrue(citation.use() != Use.BASIS, citation.id());
            }
        }
    }

    private static void assertNoContradiction(Qualification answer) {
        List<String> cited = new ArrayList<>();
        answer.mustCite().forEach(citation -> cited.add(citation.id()));
        answer.mayCite().forEach(citation -> cited.add(citation.id()));
        assertEquals(cited.size(), new HashSet<>(cited).size(), "doubled: " + cited);
        for (Barred barred : answer.mustNotCite()) {
            assertFalse(cited.contains(barred.id()), "cited and barred: " + barred.id());
        }
        assertFalse(answer.tierAlternatives().contains(answer.tier()));
        assertEquals(
                answer.tier(), answer.forums().getFirst().tier(), "the decisive place is first");
    }

    private static void assertTierAndProvisionsAgree(ActFacts facts, Qualification answer) {
        Set<String> must = new HashSet<>();
        answer.mustCite().forEach(citation -> must.add(citation.id()));
        assertEquals(answer.tier().isCriminal(), must.contains("CL-266"), facts.toString());
        boolean administrative = answer.tier() == Tier.T2_ADMIN || answer.tier() == Tier.T2_GREY;
        boolean offence = must.stream().anyMatch(OFFENCES::contains);
        assertEquals(administrative, offence, facts.toString());
        if (facts.deceitEvidence() == DeceitEvidence.NONE) {
            assertEquals(Tier.T0_NO_BASIS, answer.tier());
            assertTrue(must.stream().noneMatch(id -> id.startsWith("PSAPL") || id.equals("DS-6")));
            assertTrue(answer.deadlines().isEmpty());
        }
        if (facts.buyerAge().isPresent() && facts.buyerAge().getAsInt() < 16) {
            assertFalse(answer.tier().isCriminal());
        }
        // An untrue mark breaches the labelling rules; the other article speaks of removing only.
        boolean untrue = facts.label() == LabelState.REMOVED || facts.label() == LabelState.FORGED;
        if (!untrue) assertFalse(must.contains("AIL-10"), facts.toString());
        if (facts.label() != LabelState.REMOVED)
            assertFalse(must.contains("DS-18"), facts.toString());
    }

    private static void assertSentences(Qualification answer) {
        List<Wording> all = new ArrayList<>(answer.disclaimers());
        answer.explanation().forEach(reason -> all.add(reason.text()));
        answer.warnings().forEach(warning -> all.add(warning.text()));
        answer.deadlines().forEach(deadline -> all.add(deadline.reading()));
        answer.mustNotCite().forEach(barred -> all.add(barred.why()));
        for (Wording sentence : all) {
            assertFalse((sentence.zh() + sentence.en()).matches(".*[{}].*"), sentence.toString());
            assertFalse(sentence.zh().isBlank() || sentence.en().isBlank());
        }
    }

    @Test
    void moreMoneyNeverLowersTheTier() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            ActFacts facts = Patterns.random(random);
            Tier before = qualifier.plain(facts).tier();
            List<Act> doubled =
                    facts.acts().stream()
                            .map(act ->
                                    new Act(
                                            act.date(),
                                            act.amount().plus(act.amount()),
                                            act.outcome(),
                                            act.account(),
                                            act.kind(),
                                            act.repaid().plus(act.repaid()),
                                            act.knewOn(),
                                            act.dealtWith()))
                            .toList();
            ActFacts more =
                    new ActFacts(
                            facts.asOf(),
                            doubled,
                            facts.forums(),
                            facts.override(),
                            facts.samePersonShown(),
                            facts.goodsReturned(),
                            facts.refundBy(),
                            facts.merchantBelieved(),
                            facts.deceitEvidence(),
                            facts.label(),
                            facts.platform(),
                            facts.competitorLinked(),
                            facts.thirdPartyInvolved(),
                            facts.buyerAge(),
                            facts.reportedOn(),
                            facts.knewOn(),
                            facts.filedOn(),
                            facts.punishedOn(),
                            facts.unread());
            Tier after = qualifier.plain(more).tier();
            assertTrue(after.compareTo(before) >= 0, before + " became " + after + ": " + facts);
        }
    }

    @Test
    void theSameFactsGiveTheSameAnswer() {
        ActFacts facts = Patterns.random(new Random(1));
        assertEquals(
                qualifier.plain(facts).toJson().toString(),
                qualifier.plain(facts).toJson().toString());
    }
}
