package packwitness.ledger;

import packwitness.value.Lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param subjects what was given, as the caller named it
 * @param checks C1 to C14, always all of them
 */
public record Report(List<String> subjects, List<Check> checks) {
    /** Words of findings that say that something given could not be read at all. */
    static final String UNREADABLE = "unreadable";

    private static final List<String> LIMITS =
            List.of(
                    "limit.staged",
                    "limit.fork",
                    "limit.tail",
                    "limit.offCamera",
                    "limit.collusion",
                    "limit.omitted");

    public Report {
        subjects = List.copyOf(subjects);
        checks = List.copyOf(checks);
    }

    /**
     * Returns FAILED if any check failed, UNDECIDED if no check passed or something given could not
     * be read, else PASSED.
     */
    public Outcome outcome() {
        if (has(Outcome.FAILED)) return Outcome.FAILED;
        boolean unread =
                checks.stream()
                        .flatMap(check -> check.findings().stream())
                        .anyMatch(finding -> finding.word().startsWith(UNREADABLE));
        return has(Outcome.PASSED) && !unread ? Outcome.PASSED : Outcome.UNDECIDED;
    }

    /** Returns the check with this id, C1 to C14. */
    public Check check(String id) {
        return checks.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Returns what no check can find out, to be printed in every report. */
    public List<String> limits(Lang lang) {
        return LIMITS.stream().map(key -> CheckWords.of(lang).sentence(key)).toList();
    }

    /** Returns the report as maps, lists and strings for JSON; see src/docs/evidence-format.md. */
    public Map<String, Object> toMap(Lang lang) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("outcome", outcome().name());
        map.put("subjects", subjects);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", check.id());
            one.put("outcome", check.outcome().name());
            one.put("title", check.title(lang));
            one.put("proves", check.proves(lang));
            one.put("does_not_prove", check.doesNotProve(lang));
            List<Map<String, Object>> findings = new ArrayList<>();
            for (Finding finding : check.findings()) {
                Map<String, Object> plain = new LinkedHashMap<>();
                plain.put("outcome", finding.outcome().name());
                plain.put("about", finding.about());
                plain.put("word", finding.word());
                plain.put("values", finding.values());
                plain.put("text", finding.text(lang));
                findings.add(plain);
            }
            one.put("findings", findings);
            list.add(one);
        }
        map.put("checks", list);
        map.put("cannot_find", limits(lang));
        return map;
    }

    private boolean has(Outcome outcome) {
        return checks.stream().anyMatch(check -> check.outcome() == outcome);
    }
}
