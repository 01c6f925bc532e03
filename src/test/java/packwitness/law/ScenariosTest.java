package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every scenario of the shipped data is answered as its compiler expects. */
class ScenariosTest {
    @TestFactory
    List<DynamicTest> everyScenarioIsAnsweredAsExpected() throws Failure {
        return tests(Scenarios.all());
    }

    @TestFactory
    List<DynamicTest> scenariosOfOurOwnAreAnsweredAsExpected() throws Failure {
        return tests(Scenarios.more());
    }

    private static List<DynamicTest> tests(List<Node> scenarios) throws Failure {
        List<DynamicTest> tests = new ArrayList<>();
        for (Node scenario : scenarios) {
            tests.add(
                    dynamicTest(
                            scenario.at("id").text() + " " + scenario.at("title").text(),
                            () -> check(scenario)));
        }
        assertTrue(tests.size() >= 34, "scenarios");
        return tests;
    }

    private static void check(Node scenario) throws Failure {
        Qualification answer =
                Qualifier.shipped().qualify(ActFacts.fromYaml(Scenarios.facts(scenario)));
        Map<String, Object> json = answer.toJson();
        Node expected = scenario.at("expected");
        assertEquals(expected.at("tier").text(), json.get("tier"), "tier");
        for (String sum : List.of("cumulative_obtained", "cumulative_attempted")) {
            assertEquals(expected.at(sum).text(), json.get(sum), sum);
        }
        assertContains(
                expected.at("must_cite"), answer.mustCite().stream().map(Citation::id).toList());
        Set<String> bases = new LinkedHashSet<>();
        answer.mustCite().forEach(citation -> bases.add(citation.id()));
        answer.mayCite().forEach(citation -> bases.add(citation.id()));
        for (String id : expected.at("must_not_cite").texts()) {
            assertTrue(!bases.contains(id), "cites " + id);
        }
        assertContains(
                expected.at("must_not_cite"),
                answer.mustNotCite().stream().map(Barred::id).toList());
        Set<String> allowed = new LinkedHashSet<>(bases);
        assertContains(expected.at("may_cite"), allowed);
        assertContains(
                expected.at("warnings"), answer.warnings().stream().map(Warning::code).toList());
        assertContains(
                expected.at("tier_alternatives"),
                answer.tierAlternatives().stream().map(Tier::name).toList());
        for (Map.Entry<String, Node> forum : expected.at("tier_by_forum").entries().entrySet()) {
            assertTrue(
                    answer.forums().stream()
                            .anyMatch(result ->
                                    result.code().equals(forum.getKey())
                                            && forum.getValue()
                                                    .value()
                                                    .equals(result.tier().name())),
                    forum.getKey());
        }
        for (Map.Entry<String, Node> deadline : expected.at("deadlines").entries().entrySet()) {
            assertTrue(
                    answer.deadlines().stream()
                            .anyMatch(row ->
                                    row.name().equals(deadline.getKey())
                                            && row.date()
                                                    .toString()
                                                    .equals(deadline.getValue().value())),
                    deadline.getKey());
        }
    }

    private static void assertContains(Node expected, java.util.Collection<String> found)
            throws Failure {
        List<String> missing = new ArrayList<>(expected.texts());
        missing.removeAll(found);
        assertTrue(missing.isEmpty(), expected.place() + " lacks " + missing + " in " + found);
    }
}
