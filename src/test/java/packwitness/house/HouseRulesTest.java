package packwitness.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The house keeps its rules, and every rule can fail: in its planted tree each class named Planted…
 * is reported and no class named Allowed… is.
 */
class HouseRulesTest {
    private static final String ROOT = "packwitness";
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEveryRule() {
        assertTrue(HOUSE.size() > HouseRules.LINE.size(), "the house is not empty");
        return new HouseRules(ROOT)
                .all().entrySet().stream()
                        .map(rule ->
                                dynamicTest(
                                        rule.getKey(),
                                        () ->
                                                assertEquals(
                                                        List.of(),
                                                        report(rule.getValue(), HOUSE))));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsSeenRedOnItsPlantedViolation() {
        return new HouseRules(ROOT)
                .all().keySet().stream().map(name -> dynamicTest(name, () -> isSeenRed(name)));
    }

    @Test
    void everyRoomOfTheLineIsThere() {
        assertEquals(
                new TreeSet<>(HouseRules.LINE),
                HOUSE.stream()
                        .map(type -> type.getPackageName().split("\\.")[1])
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void isSeenRed(String name) {
        String root = "planted." + name;
        JavaClasses planted = new ClassFileImporter().importPackages(root);
        String report = String.join("\n", report(new HouseRules(root).all().get(name), planted));
        List<String> culprits = names(planted, "Planted");
        assertTrue(!culprits.isEmpty(), "nothing is planted under " + root);
        for (String culprit : culprits)
            assertTrue(report.contains(culprit), culprit + " is not reported in: " + report);
        for (String innocent : names(planted, "Allowed"))
            assertTrue(!report.contains(innocent), innocent + " is reported in: " + report);
    }

    private static List<String> names(JavaClasses classes, String beginning) {
        return classes.stream()
                .filter(type -> type.getSimpleName().startsWith(beginning))
                .map(JavaClass::getName)
                .toList();
    }

    private static List<String> report(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
