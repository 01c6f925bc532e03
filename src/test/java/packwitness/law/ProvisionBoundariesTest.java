package packwitness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.law.Patterns.Pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The days around the beginning and end of every provision of the catalogue. */
class ProvisionBoundariesTest {
    /** Its rule looks at two days; see {@link #lighterLawIsComparedOnlyAcrossTheChange}. */
    private static final Set<String> BY_TWO_DAYS = Set.of("APL-37");

    private final Statutes statutes = Statutes.shipped();
    private final Qualifier qualifier = Qualifier.shipped();

    private final Map<String, Qualification> answers = new HashMap<>();

    @Test
    void everyProvisionHoldsFromItsFirstToItsLastDay() {
        assertEquals(161, statutes.all().size());
        for (Provision provision : statutes.all()) {
            LocalDate from = provision.inForceFrom();
            assertFalse(provision.inForceOn(from.minusDays(1)), provision.id());
            assertTrue(provision.inForceOn(from), provision.id());
            provision
                    .inForceTo()
                    .ifPresentOrElse(
                            to -> {
                                assertTrue(provision.inForceOn(to), provision.id());
                                assertFalse(provision.inForceOn(to.plusDays(1)), provision.id());
                            },
                            () ->
                                    assertTrue(
                                            provision.inForceOn(LocalDate.of(2099, 1, 1)),
                                            provision.id()));
        }
    }

    @Test
    void successorsBeginTheDayAfter() {
        for (Provision provision : statutes.all()) {
            provision
                    .supersededBy()
                    .map(statutes::require)
                    .ifPresent(next ->
                            assertEquals(
                                    provision.inForceTo().orElseThrow().plusDays(1),
                                    next.inForceFrom(),
                                    provision.id()));
        }
    }

    @Test
    void theVersionOfADayIsFoundFromEitherSide() {
        LocalDate last = LocalDate.of(2025, 12, 31);
        for (String id : List.of("PSAPL12-49", "PSAPL25-58")) {
            assertEquals("PSAPL12-49", statutes.versionOn(id, last).orElseThrow().id());
            assertEquals("PSAPL25-58", statutes.versionOn(id, last.plusDays(1)).orElseThrow().id());
            assertTrue(statutes.versionOn(id, LocalDate.of(2000, 1, 1)).isEmpty());
        }
    }

    @Test
    void everyProvisionIsCitedOnExactlyTheDaysOnWhichItHolds() {
        Set<String> byAct = pulledByAct();
        List<String> never = new ArrayList<>();
        int days = 0;
        for (Provision provision : statutes.all()) {
            boolean step = provision.followsStep() && !byAct.contains(provision.id());
            int back = step ? Patterns.STEP_AFTER_DAYS : 0;
            Map<String, Pattern> citing = citing(provision, back);
            if (citing.isEmpty() && !NEVER_CITED.contains(provision.id())) {
                never.add(provision.id());
            }
            if (BY_TWO_DAYS.contains(provision.id())) {
                continue;
            }
            for (Map.Entry<String, Pattern> entry : citing.entrySet()) {
                for (LocalDate day : around(provision)) {
                    assertEquals(
                            provision.inForceOn(day),
                            cites(answer(entry.getKey(), entry.getValue(), day, back), provision),
                            provision.id() + " in " + entry.getKey() + " on " + day);
                    days++;
                }
            }
        }
        assertEquals(List.of(), never, "provisions no case ever cites");
        assertTrue(days > 1000, "days tried: " + days);
    }

    /** They stand in the catalogue only so that nobody cites them. */
    private static final Set<String> NEVER_CITED = Set.of("ECL-38", "ECL-42");

    @Test
    void lighterLawIsComparedOnlyAcrossTheChange() {
        Provision old = statutes.require("PSAPL12-49");
        LocalDate last = old.inForceTo().orElseThrow();
        for (int act = -2; act <= 2; act++) {
            for (int step = act; step <= 2; step++) {
                ActFacts facts =
                        Patterns.plain(last.plusDays(act), "260")
                                .reportedOn(last.plusDays(step))
                                .build();
                Qualification answer = qualifier.plain(facts);
                boolean across = act <= 0 && step > 0;
                assertEquals(across, cites(answer, statutes.require("APL-37")));
                assertEquals(across, has(answer, "OLD_NEW_LIGHTER"));
                assertEquals(act <= 0, cites(answer, old));
                assertEquals(act > 0, mustCite(answer).contains("PSAPL25-58"));
            }
        }
    }

    private Qualification answer(String name, Pattern pattern, LocalDate day, int back) {
        return answers.computeIfAbsent(
                name + day.minusDays(back),
                unused -> qualifier.plain(pattern.on(day.minusDays(back)).build()));
    }

    private Map<String, Pattern> citing(Provision provision, int back) {
        LocalDate day =
                provision.inForceTo().map(to -> to.minusDays(30)).orElse(LocalDate.of(2026, 5, 1));
        Map<String, Pattern> result = new LinkedHashMap<>();
        Patterns.all()
                .forEach((name, pattern) -> {
                    if (cites(answer(name, pattern, day, back), provision)) {
                        result.put(name, pattern);
                    }
                });
        if (provision.id().equals("APL-37")) {
            Pattern across = unused -> Patterns.plain(LocalDate.of(2025, 12, 28), "260");
            assertTrue(cites(qualifier.plain(across.on(day).build()), provision));
            result.put("across", across);
        }
        return result;
    }

    private static List<LocalDate> around(Provision provision) {
        List<LocalDate> days = new ArrayList<>();
        for (int shift = -1; shift <= 1; shift++) {
            days.add(provision.inForceFrom().plusDays(shift));
            if (provision.inForceTo().isPresent()) {
                days.add(provision.inForceTo().get().plusDays(shift));
            }
        }
        return days;
    }

    private static Set<String> pulledByAct() {
        Set<String> ids = new LinkedHashSet<>();
        for (Rule rule : RuleBook.shipped().rules()) {
            for (List<Pull> pulls : List.of(rule.cite(), rule.may())) {
                pulls.stream()
                        .filter(pull -> pull.day() == Pull.Day.ACT)
                        .forEach(pull -> ids.add(pull.id()));
            }
        }
        return ids;
    }

    /** Notes are about another day, so they do not count here. */
    private static boolean cites(Qualification answer, Provision provision) {
        return answer.mustCite().stream().anyMatch(c -> c.provision().equals(provision))
                || answer.mayCite().stream()
                        .anyMatch(c -> c.provision().equals(provision) && c.use() != Use.IN_NOTE);
    }

    private static List<String> mustCite(Qualification answer) {
        return answer.mustCite().stream().map(Citation::id).toList();
    }

    private static boolean has(Qualification answer, String warning) {
        return answer.warnings().stream().anyMatch(found -> found.code().equals(warning));
    }
}
