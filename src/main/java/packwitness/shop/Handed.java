package packwitness.shop;

import packwitness.ledger.Check;
import packwitness.ledger.Finding;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of verifying what was handed over.
 *
 * @param report the checks C1 to C14
 * @param notes what was noticed before any check
 */
public record Handed(Report report, List<Note> notes) {
    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.FAILED, Outcome.UNDECIDED, Outcome.PASSED);

    public Handed {
        notes = List.copyOf(notes);
    }

    /** What can be noticed of a file; the sentence is {@code shop.handed.KIND}. */
    public enum Kind {
        /** A bag in one file that is damaged or was made otherwise; {1} is how. */
        BAG_BROKEN(Outcome.FAILED),
        /** A row of the ledger names it as a redacted copy of {1}. */
        REDACTED(Outcome.PASSED),
        /** A row names it as a clip cut from {1}. */
        CLIP(Outcome.PASSED),
        /** A row names it as a picture taken out of {1}. */
        FRAME(Outcome.PASSED),
        /** It says of itself that it is a copy of {1}, and no row given confirms that. */
        SELF_NAMED(Outcome.UNDECIDED);

        private final Outcome outcome;

        Kind(Outcome outcome) {
            this.outcome = outcome;
        }

        public Outcome outcome() {
            return outcome;
        }
    }

    /**
     * One thing noticed.
     *
     * @param about {0} of its sentence
     * @param detail {1} of its sentence: the reason, or the hash of the source
     */
    public record Note(Kind kind, Path about, String detail) {
        /** Returns what fills {1} of the sentence. */
        public Object said() {
            return kind == Kind.BAG_BROKEN ? UnpackedBag.Why.valueOf(detail) : detail;
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("kind", kind.name());
            map.put("outcome", kind.outcome().name());
            map.put("about", about.toString());
            map.put("detail", detail);
            return map;
        }
    }

    /** Returns FAILED where a check or a note failed, else what the checks say. */
    public Outcome outcome() {
        boolean failed = notes.stream().anyMatch(note -> note.kind().outcome() == Outcome.FAILED);
        return failed ? Outcome.FAILED : report.outcome();
    }

    /** Returns this and the other one as if both had been checked at once. */
    Handed and(Handed other) {
        List<String> subjects = new ArrayList<>(report.subjects());
        subjects.addAll(other.report.subjects());
        List<Check> checks = new ArrayList<>();
        for (Check check : report.checks()) checks.add(both(check, other.report.check(check.id())));
        List<Note> all = new ArrayList<>(notes);
        all.addAll(other.notes);
        return new Handed(new Report(subjects, checks), all);
    }

    private static Check both(Check one, Check other) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (Outcome outcome : WORST_FIRST)
            for (Check check : List.of(one, other))
                check.findings().stream()
                        .filter(finding -> finding.outcome() == outcome)
                        .forEach(findings::add);
        Outcome worst =
                WORST_FIRST.stream()
                        .filter(out -> one.outcome() == out || other.outcome() == out)
                        .findFirst()
                        .orElse(Outcome.UNDECIDED);
        return new Check(one.id(), worst, List.copyOf(findings));
    }

    /** Returns the notes as maps for JSON. */
    public List<Map<String, Object>> notesToMaps() {
        return notes.stream().map(Note::toMap).toList();
    }
}
