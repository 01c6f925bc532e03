package packwitness.bench;

import packwitness.ledger.Check;
import packwitness.ledger.Finding;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out every attack of the research note and our own against the real code, in a vault and
 * bags made for it, and says whether each is found and named. {@code --only ID} for one.
 */
final class AttacksBench implements Bench {
    @Override
    public boolean run(BenchRun run) throws Failure {
        Path folder = AttackWorld.temporary("attacks");
        try {
            return run(run, new AttackWorld(folder, run.clock().getZone()));
        } finally {
            AttackWorld.delete(folder);
        }
    }

    private static boolean run(BenchRun run, AttackWorld world) throws Failure {
        int right = 0;
        int all = 0;
        int falseAlarms = 0;
        boolean limitsTold = true;
        Optional<String> only = run.text("only");
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Attack attack : Attacks.all()) {
            if (only.isPresent() && !only.get().equals(attack.id())) continue;
            Report report = attack.deed().of(world);
            boolean asDue = asDue(attack, report);
            all++;
            if (asDue) right++;
            else if (attack.due() == Attack.Due.HONEST) falseAlarms++;
            limitsTold &= report.limits(Lang.ZH).size() >= 5;
            kinds.merge(attack.due().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("attack", attack.id());
            line.put("what", attack.what());
            line.put("due", attack.due());
            line.put("outcome", report.outcome());
            line.put("found", found(attack, report));
            line.put("as_due", asDue);
            run.tell(line);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("attacks", all);
        figures.putAll(kinds);
        figures.put("as_due", right);
        figures.put("false_alarms", falseAlarms);
        figures.put("limits_told_in_every_report", limitsTold);
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("as_due", all);
        goals.put("false_alarms", 0);
        goals.put("limits_told_in_every_report", true);
        return run.verdict(right == all && limitsTold && all > 0, figures, goals);
    }

    private static boolean asDue(Attack attack, Report report) {
        boolean named = !attack.finding().isEmpty() && named(attack, report).isPresent();
        return switch (attack.due()) {
            case CAUGHT ->
                    report.outcome() == Outcome.FAILED
                            && named(attack, report)
                                    .map(finding -> finding.outcome() == Outcome.FAILED)
                                    .orElse(false);
            case FLAGGED -> named;
            case OPEN, HONEST -> report.outcome() != Outcome.FAILED;
        };
    }

    private static Optional<Finding> named(Attack attack, Report report) {
        if (attack.finding().isEmpty()) return Optional.empty();
        String[] due = attack.finding().split(" ");
        return report.check(due[0]).findings().stream()
                .filter(finding -> finding.word().equals(due[1]))
                .findFirst();
    }

    /** What was found: the check and word that had to be, else all that is no pass. */
    private static String found(Attack attack, Report report) {
        if (named(attack, report).isPresent()) return attack.finding();
        StringBuilder words = new StringBuilder();
        for (Check check : report.checks())
            for (Finding finding : check.findings())
                if (finding.outcome() == Outcome.FAILED)
                    words.append(check.id()).append(' ').append(finding.word()).append("; ");
        return words.toString();
    }
}
