package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.yaml.Node;
import packwitness.yaml.YamlProblem;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Files of facts: the scenarios' own, short ones, wrong ones, damaged ones. */
class ActFactsTest {
    private static final String LEAST =
            "as_of: 2026-05-10\nacts:\n- {date: 2026-05-01, amount: 195.10, outcome: obtained}\n";

    @Test
    void theShortestFileIsEnoughAndAccusesNobody() throws Failure {
        ActFacts facts = ActFacts.fromYaml(LEAST);
        assertEquals(new Fen(19510), facts.acts().getFirst().amount());
        assertEquals(LocalDate.of(2026, 5, 10), facts.asOf());
        assertEquals(Tier.T0_NO_BASIS, Qualifier.shipped().plain(facts).tier());
    }

    @Test
    void aDocumentWithFactsInsideIsTheSame() throws Failure {
        String inside = "id: X\nfacts:\n  " + LEAST.strip().replace("\n", "\n  ") + "\n";
        assertEquals(ActFacts.fromYaml(LEAST), ActFacts.fromYaml(inside));
    }

    @Test
    void oddButReadableFactsAreAnswered() throws Failure {
        for (String odd :
                List.of(
                        "reported_on: '1900-01-01'",
                        "reported_on: '2999-12-31'",
                        "knew_on: '2999-12-31'",
                        "filed_on: '1900-01-01'",
                        "punished_on: '2999-12-31'",
                        "forum_candidates: ['广东', jiangsu, jiangsu]",
                        "threshold_override: {large: '0', huge: '0', especially_huge: '0'}",
                        "threshold_override: {large: '9', huge: '5', especially_huge: '1'}",
                        "threshold_override: {}",
                        "buyer_age: 0"))
            assertFalse(
                    Qualifier.shipped()
                            .qualify(
                                    ActFacts.fromYaml(LEAST + "ai_evidence: strong\n" + odd + "\n"))
                            .toJson()
                            .isEmpty(),
                    odd);
        StringBuilder many = new StringBuilder("as_of: 2026-05-10\nai_evidence: strong\nacts:\n");
        for (int i = 0; i < 300; i++)
            many.append("- {date: 2026-05-01, amount: 999999999999.99, outcome: obtained}\n");
        assertEquals(
                Tier.T3_CRIMINAL_EXTRA,
                Qualifier.shipped()
                        .qualify(ActFacts.fromYaml(many + "same_person_proved: true\n"))
                        .tier());
    }

    @Test
    void nullMeansNotKnown() throws Failure {
        ActFacts facts =
                ActFacts.fromYaml(
                        LEAST + "buyer_age: null\nreported_on: ~\nknew_on:\nlabel: null\n");
        assertTrue(facts.buyerAge().isEmpty() && facts.reportedOn().isEmpty());
        assertTrue(facts.unread().isEmpty(), facts.unread().toString());
    }

    @Test
    void wordsNotUnderstoodAreListedAndWarnedOf() throws Failure {
        ActFacts facts =
                ActFacts.fromYaml(
                        LEAST + "colour: red\nlabel: {state: blurred}\nrefund_by: bank\n");
        assertEquals(
                List.of("colour", "refund_by = bank", "label.state = blurred"), facts.unread());
        assertTrue(
                Qualifier.shipped().plain(facts).warnings().stream()
                        .anyMatch(warning ->
                                warning.code().equals("FACT_NOT_UNDERSTOOD")
                                        && warning.text().zh().contains("blurred")));
    }

    @Test
    void everyFaultNamesItsPlace() {
        assertFault(YamlProblem.MISSING, "as_of", "acts: []");
        assertFault(YamlProblem.MISSING, "acts", "as_of: 2026-05-10");
        assertFault(YamlProblem.MISSING, "as_of", "");
        assertFault(YamlProblem.UNREADABLE, "·", "hello");
        assertFault(YamlProblem.UNREADABLE, "as_of", LEAST.replace("2026-05-10", "10 May"));
        assertFault(YamlProblem.UNREADABLE, "as_of", LEAST.replace("2026-05-10", "2026-02-30"));
        assertFault(YamlProblem.UNREADABLE, "acts[0].amount", LEAST.replace("195.10", "-1"));
        assertFault(YamlProblem.UNREADABLE, "acts[0].amount", LEAST.replace("195.10", "1.005"));
        assertFault(YamlProblem.UNREADABLE, "acts[0].amount", LEAST.replace("195.10", "1e9"));
        assertFault(YamlProblem.UNREADABLE, "acts[0].outcome", LEAST.replace("obtained", "lost"));
        assertFault(YamlProblem.MISSING, "acts[0].date", LEAST.replace("date: 2026-05-01, ", ""));
        assertFault(YamlProblem.UNREADABLE, "acts[0]", "as_of: 2026-05-10\nacts: [x]");
        assertFault(YamlProblem.UNREADABLE, "buyer_age", LEAST + "buyer_age: young");
        assertFault(YamlProblem.UNREADABLE, "buyer_age", LEAST + "buyer_age: -1");
        assertFault(YamlProblem.UNREADABLE, "buyer_age", LEAST + "buyer_age: 16.5");
        assertFault(YamlProblem.UNREADABLE, "knew_on", LEAST + "knew_on: '+999999999-12-31'");
        assertFault(YamlProblem.UNREADABLE, "as_of", LEAST.replace("2026-05-10", "'0001-01-01'"));
        assertFault(YamlProblem.UNREADABLE, "platform", LEAST + "platform: good");
        assertFault(
                YamlProblem.UNREADABLE, "same_person_proved", LEAST + "same_person_proved: maybe");
    }

    private static void assertFault(YamlProblem problem, String place, String yaml) {
        Failure failure = assertThrows(Failure.class, () -> ActFacts.fromYaml(yaml), yaml);
        assertEquals(problem, failure.problem(), yaml);
        assertEquals(place, failure.details().getFirst());
    }

    @Test
    void whatIsNoYamlNamesItsLine() {
        Failure failure = assertThrows(Failure.class, () -> ActFacts.fromYaml("a: 1\nb: [\n"));
        assertEquals(YamlProblem.NOT_YAML, failure.problem());
        assertThrows(Failure.class, () -> ActFacts.fromYaml("[".repeat(200_000)));
        assertThrows(Failure.class, () -> ActFacts.fromYaml("- ".repeat(200_000)));
        assertThrows(Failure.class, () -> ActFacts.fromYaml("a: 1\na: 2\n"));
        assertThrows(Failure.class, () -> ActFacts.fromYaml("as_of: &x [[*x]]\n"));
    }

    @Test
    void damagedFilesAreRefusedOrReadButNeverBreak() throws Failure {
        Random random = new Random(3);
        for (Node scenario : Scenarios.all().subList(0, 12)) {
            String yaml = Scenarios.facts(scenario);
            for (int i = 0; i < 60; i++) {
                char[] damaged = yaml.toCharArray();
                damaged[random.nextInt(damaged.length)] = (char) (random.nextInt(95) + 32);
                tryAnswer(new String(damaged));
                tryAnswer(yaml.substring(0, random.nextInt(yaml.length())));
            }
        }
    }

    private static void tryAnswer(String yaml) {
        try {
            Qualifier.shipped().plain(ActFacts.fromYaml(yaml)).toJson();
        } catch (Failure expected) {
            assertTrue(expected.problem() instanceof YamlProblem);
        }
    }
}
