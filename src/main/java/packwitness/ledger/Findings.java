package packwitness.ledger;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the checks see; safe for several threads. */
final class Findings {
    static final int CHECKS = 14;

    /** A damaged vault of a million rows must not fill the memory with sentences. */
    private static final int MOST_OF_A_KIND = 50;

    private final Map<String, List<Finding>> found = new HashMap<>();
    private final Map<String, Map<Outcome, Integer>> counts = new HashMap<>();
    private final Set<Finding> known = new HashSet<>();
    private final Runnable step;

    Findings() {
        this(() -> {});
    }

    /**
     * Makes an empty collection.
     *
     * @param step called before each file that is read; an exception of its ends the checks
     */
    Findings(Runnable step) {
        this.step = step;
    }

    /** Returns the hash of a file's bytes; whoever waits may end the checks before it is read. */
    Sha256 hash(Path file) throws IOException {
        step.run();
        return EvidenceFolder.hash(file);
    }

    /** Lets whoever waits end the checks. */
    void step() {
        step.run();
    }

    void passed(String check, String about, String word, Object... values) {
        add(check, Outcome.PASSED, about, word, values);
    }

    void failed(String check, String about, String word, Object... values) {
        add(check, Outcome.FAILED, about, word, values);
    }

    void undecided(String check, String about, String word, Object... values) {
        add(check, Outcome.UNDECIDED, about, word, values);
    }

    synchronized void add(String check, Finding finding) {
        if (!known.add(finding)) return;
        int count =
                counts.computeIfAbsent(check, c -> new EnumMap<>(Outcome.class))
                        .merge(finding.outcome(), 1, Integer::sum);
        if (count <= MOST_OF_A_KIND)
            found.computeIfAbsent(check, c -> new ArrayList<>()).add(finding);
    }

    /** Takes over what another one collected of a check, in its order. */
    void addAll(String check, Findings other) {
        for (Finding finding : other.of(check)) add(check, finding);
    }

    private synchronized List<Finding> of(String check) {
        return List.copyOf(found.getOrDefault(check, List.of()));
    }

    synchronized long failures() {
        return counts.values().stream()
                .mapToInt(kinds -> kinds.getOrDefault(Outcome.FAILED, 0))
                .sum();
    }

    synchronized Report report(List<String> subjects) {
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i <= CHECKS; i++) checks.add(check("C" + i));
        return new Report(subjects, checks);
    }

    private Check check(String id) {
        List<Finding> findings = new ArrayList<>(found.getOrDefault(id, List.of()));
        Map<Outcome, Integer> kinds = counts.getOrDefault(id, Map.of());
        kinds.forEach((outcome, count) -> {
            if (count > MOST_OF_A_KIND) {
                String rest = Integer.toString(count - MOST_OF_A_KIND);
                findings.add(new Finding(outcome, "…", "more", List.of(rest)));
            }
        });
        if (findings.isEmpty())
            findings.add(new Finding(Outcome.UNDECIDED, "-", id + ".nodata", List.of()));
        findings.sort((one, other) -> rank(one.outcome()) - rank(other.outcome()));
        return new Check(id, findings.getFirst().outcome(), findings);
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> 0;
            case UNDECIDED -> 1;
            case PASSED -> 2;
        };
    }

    private void add(String check, Outcome outcome, String about, String word, Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) texts.add(String.valueOf(value));
        add(check, new Finding(outcome, about, word, texts));
    }
}
