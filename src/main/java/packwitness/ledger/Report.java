package packwitness.ledger;

import packwitness.value.Lang;

import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param subjects what was given, as the caller named it
 * @param checks C1 to C14, always all of them
 */
public record Report(List<String> subjects, List<Check> checks) {
    public Report {
        subjects = List.copyOf(subjects);
        checks = List.copyOf(checks);
    }

    /**
     * Returns FAILED if any check failed, UNDECIDED if nothing could be checked or something could
     * not be read, else PASSED.
     */
    public Outcome outcome() {
        throw new IllegalStateException("not yet");
    }

    /** Returns what no check can find out, to be printed in every report. */
    public List<String> limits(Lang lang) {
        throw new IllegalStateException("not yet");
    }

    /** Returns the report as maps, lists and strings for JSON; src/docs/evidence-format.md. */
    public Map<String, Object> toMap(Lang lang) {
        throw new IllegalStateException("not yet");
    }
}
