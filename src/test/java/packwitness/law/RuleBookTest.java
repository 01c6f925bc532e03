package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Wording;
import packwitness.yaml.Node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules fit the catalogue, their words are complete, and each of them is needed. */
class RuleBookTest {
    private static final List<String> NEVER_SAID =
            List.of("明显符合", "铁证", "不可篡改", "伪造", "tamper-proof", "genuine", "fake");

    private final RuleBook book = RuleBook.shipped();
    private final Statutes statutes = Statutes.shipped();

    @Test
    void everyProvisionNamedByARuleIsInTheCatalogue() {
        for (Rule rule : book.rules()) {
            for (List<Pull> pulls : List.of(rule.cite(), rule.may(), rule.bar(), rule.never())) {
                for (Pull pull : pulls) {
                    assertTrue(statutes.find(pull.id()).isPresent(), rule.id() + " " + pull);
                }
            }
        }
        for (DeadlineRule rule : book.deadlines()) {
            rule.provisions().forEach(statutes::require);
        }
        statutes.require(book.setting("prosecution_provision"));
    }

    @Test
    void basesAreReadProvisionsOnly() {
        for (Rule rule : book.rules()) {
            for (Pull pull : rule.cite()) {
                Provision provision = statutes.require(pull.id());
                assertTrue(provision.quotable().isPresent(), rule.id() + " " + pull.id());
                assertTrue(provision.strength() != Strength.DISPUTED, rule.id());
            }
        }
    }

    @Test
    void idsAreUnique() {
        List<String> ids = new ArrayList<>();
        book.rules().forEach(rule -> ids.add(rule.id()));
        book.tierRules().forEach(rule -> ids.add(rule.id()));
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void everyWarningRaisedHasAText() {
        Set<String> raised = new LinkedHashSet<>();
        book.rules().forEach(rule -> raised.addAll(rule.warn()));
        book.tierRules().forEach(rule -> raised.addAll(rule.warn()));
        raised.add(book.setting("version_missing_warning"));
        assertEquals(raised, book.warningCodes());
    }

    @Test
    void everyConditionAsksOnlyAboutWhatIsKnown() {
        Set<String> act = new LinkedHashSet<>();
        for (Rule rule : book.rules()) {
            act.addAll(rule.when().names());
        }
        // An unknown name stops the run, so one answer in which all conditions are asked shows it.
        for (Node scenario : Scenarios.all()) {
            Qualifier.shipped().plain(Scenarios.read(String.valueOf(scenario.at("id").value())));
        }
        assertTrue(act.size() > 30, act.toString());
    }

    @Test
    void everyRuleFiresInSomeCase() {
        Set<String> fired = new LinkedHashSet<>();
        for (Node scenario : Scenarios.all()) {
            note(fired, Scenarios.read(String.valueOf(scenario.at("id").value())));
        }
        Patterns.all()
                .values()
                .forEach(pattern -> note(fired, pattern.on(LocalDate.of(2026, 5, 1)).build()));
        Random random = new Random(42);
        for (int i = 0; i < 1500; i++) {
            note(fired, Patterns.random(random));
        }
        note(fired, Patterns.plain(LocalDate.of(2026, 5, 1), "260").unread("colour = red").build());
        LocalDate march = LocalDate.of(2026, 3, 1);
        note(fired, Patterns.plain(march, "260").reportedOn(march.plusMonths(6)).build());
        note(
                fired,
                Patterns.plain(LocalDate.of(2026, 5, 1), "9000")
                        .forum("jiangsu")
                        .buyerAge(15)
                        .build());
        Set<String> all = new LinkedHashSet<>();
        book.rules().forEach(rule -> all.add(rule.id()));
        book.tierRules().forEach(rule -> all.add(rule.id()));
        all.removeAll(fired);
        assertEquals(Set.of(), all, "rules that never fire");
    }

    private static void note(Set<String> fired, ActFacts facts) {
        Qualifier.shipped().plain(facts).explanation().forEach(reason -> fired.add(reason.rule()));
    }

    @Test
    void noSentenceSaysWhatOursNeverSay() {
        List<Wording> all = new ArrayList<>(book.disclaimers());
        book.rules().forEach(rule -> all.add(rule.why()));
        book.tierRules().forEach(rule -> all.add(rule.why()));
        book.warningCodes().forEach(code -> all.add(book.warning(code)));
        book.deadlines().forEach(rule -> all.add(rule.reading()));
        for (Wording sentence : all) {
            for (String word : NEVER_SAID) {
                assertTrue(!sentence.zh().contains(word), sentence.zh());
                assertTrue(!sentence.en().contains(word), sentence.en());
            }
            assertTrue(sentence.zh().codePoints().anyMatch(c -> c > 0x4e00), sentence.zh());
        }
    }

    @Test
    void theChineseOfTheDayCheckedNamesTheDaysOfTheCatalogue() {
        Pattern day = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        assertEquals(
                day.matcher(statutes.checkedUpTo())
                        .results()
                        .map(r -> r.group())
                        .collect(Collectors.toSet()),
                day.matcher(book.checkedUpToInChinese())
                        .results()
                        .map(r -> r.group())
                        .collect(Collectors.toSet()));
    }

    @Test
    void noProvisionStandsInTheCode() throws java.io.IOException {
        java.nio.file.Path sources = java.nio.file.Path.of("src/main/java/packwitness/law");
        Pattern id = Pattern.compile("\"([A-Z]{1,6}[0-9]{0,2}-[0-9]+[a-z]?)");
        try (var files = java.nio.file.Files.list(sources)) {
            for (java.nio.file.Path file : files.toList()) {
                Matcher found = id.matcher(java.nio.file.Files.readString(file));
                assertTrue(!found.find(), file + " names a provision");
            }
        }
    }
}
