package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

import packwitness.value.Failure;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One ordinary case, one fact different at a time; each answer was reasoned from the law data. */
class VariantsTest {
    private static final Set<String> OF_THE_ACT = Set.of("date", "amount", "outcome");

    @TestFactory
    List<DynamicTest> everyVariantIsAnsweredAsReasoned() throws Failure {
        Node document = ShippedData.read(Qualifier.class, "variants.yaml", read -> read);
        List<DynamicTest> tests = new ArrayList<>();
        for (Node variant : document.at("variants").items()) {
            String facts = facts(document.at("base"), variant.at("facts"));
            tests.add(
                    dynamicTest(
                            variant.at("id").text() + " " + variant.at("title").text(),
                            () -> check(variant, facts)));
        }
        assertEquals(70, tests.size());
        return tests;
    }

    private static String facts(Node base, Node other) throws Failure {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("date", "2026-05-01");
        act.put("outcome", "obtained");
        for (Node from : List.of(base, other)) {
            for (Map.Entry<String, Node> entry : from.entries().entrySet()) {
                (OF_THE_ACT.contains(entry.getKey()) ? act : facts)
                        .put(entry.getKey(), entry.getValue().value());
            }
        }
        facts.putIfAbsent("acts", List.of(act));
        return new Dump(DumpSettings.builder().build()).dumpToString(facts);
    }

    private static void check(Node variant, String yaml) throws Failure {
        ActFacts facts = ActFacts.fromYaml(yaml);
        assertEquals(List.of(), facts.unread());
        Qualification answer = Qualifier.shipped().qualify(facts);
        assertEquals(variant.at("tier").text(), answer.tier().name(), "tier");
        assertContains(
                variant.at("alternatives"),
                answer.tierAlternatives().stream().map(Tier::name).toList());
        List<String> must = answer.mustCite().stream().map(Citation::id).toList();
        assertContains(variant.at("cites"), must);
        Set<String> bases = new LinkedHashSet<>(must);
        answer.mayCite().forEach(citation -> bases.add(citation.id()));
        List<String> warned = answer.warnings().stream().map(Warning::code).toList();
        assertContains(variant.at("warns"), warned);
        assertTrue(warned.containsAll(List.of("LAWYER", "MAY_WORDING")));
        for (String id : variant.at("never").texts()) {
            assertFalse(must.contains(id), "cites " + id);
            assertTrue(
                    !bases.contains(id) || !id.equals("CL-266") && !id.startsWith("PSAPL"),
                    "may cite " + id);
        }
        for (String code : variant.at("lacks").texts()) {
            assertFalse(warned.contains(code), code);
        }
        List<String> sums = variant.at("sums").texts();
        if (!sums.isEmpty()) {
            assertEquals(
                    sums,
                    List.of(
                            answer.cumulativeObtained().yuan(),
                            answer.cumulativeAttempted().yuan()));
        }
        if (!variant.at("recent").isAbsent()) {
            assertEquals(variant.at("recent").text(), answer.twoYearsObtained().yuan());
        }
        for (Map.Entry<String, Node> day : variant.at("deadlines").entries().entrySet()) {
            assertTrue(
                    answer.deadlines().stream()
                            .anyMatch(d ->
                                    d.name().equals(day.getKey())
                                            && d.date().toString().equals(day.getValue().value())),
                    day.getKey());
        }
        for (Map.Entry<String, Node> change : variant.at("changes").entries().entrySet()) {
            assertTrue(
                    answer.changes().stream()
                            .anyMatch(c ->
                                    c.fact().equals(change.getKey())
                                            && c.tier().name().equals(change.getValue().value())),
                    change.getKey() + " in " + answer.changes());
        }
    }

    private static void assertContains(Node expected, List<String> found) throws Failure {
        List<String> missing = new ArrayList<>(expected.texts());
        missing.removeAll(found);
        assertTrue(missing.isEmpty(), "lacks " + missing + " in " + found);
    }
}
