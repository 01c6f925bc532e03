package packwitness.dossier.matter;

import packwitness.dossier.paper.CheckLine;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.LedgerLine;
import packwitness.dossier.paper.Outcome;
import packwitness.dossier.paper.Proof;
import packwitness.dossier.paper.StampLine;
import packwitness.dossier.paper.VerifyStep;
import packwitness.ledger.Check;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Finding;
import packwitness.shipment.Take;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What makes the case checkable: rows, stamps, checks, and the commands for a stranger. */
final class CaseProof {
    /**
     * Findings that count the rows and checkpoints of the ledger, which grows with each paper made:
     * what the check does not prove says as much, and the same case stays the same paper.
     */
    private static final Set<String> COUNTS =
            Set.of("history.alone", "history.single", "history.one", "bracket.insideUntrusted");

    /** What the rehearsal says of the paper, which cannot be in it yet. */
    private static final String NO_PAPER = "C10.nodata";

    /** The newest checkpoint of a bag, or another one by its size. */
    private static final Pattern CHECKPOINT = Pattern.compile("ledger/checkpoint(?:/|s/([0-9]+)/)");

    private final CaseMaterial material;
    private final CaseWords words;
    private final ExhibitNo ledger;
    private final List<StampLine> stamps = new ArrayList<>();

    CaseProof(CaseMaterial material, ExhibitList exhibits, CaseWords words) {
        this.material = material;
        this.words = words;
        this.ledger =
                exhibits.add(
                        ExhibitList.PROOF,
                        words.say("ledger.name"),
                        words.say("ledger.source"),
                        words.say("ledger.purpose"),
                        Optional.empty());
        for (StampLine stamp : material.stamps()) {
            ExhibitNo no =
                    exhibits.add(
                            ExhibitList.PROOF,
                            words.say("stamp.name", stamp.authorityName()),
                            words.say("stamp.source", stamp.authorityName()),
                            words.say("stamp.purpose"),
                            Optional.empty());
            stamps.add(
                    new StampLine(
                            no,
                            stamp.at(),
                            stamp.authorityName(),
                            stamp.authority(),
                            stamp.serial(),
                            stamp.treeSize(),
                            stamp.root()));
        }
    }

    ExhibitNo ledger() {
        return ledger;
    }

    List<StampLine> stamps() {
        return stamps;
    }

    Proof proof() {
        return new Proof(
                stamps,
                material.report().checks().stream().map(this::line).toList(),
                rows(),
                steps());
    }

    /** What passed needs no more words; what did not says why, without a path of this machine. */
    private CheckLine line(Check check) {
        if (check.findings().stream().anyMatch(finding -> finding.word().equals(NO_PAPER)))
            return line(check, words.say("verify.unsigned"));
        boolean passed = check.outcome() == packwitness.ledger.Outcome.PASSED;
        String detail =
                passed
                        ? ""
                        : check.findings().stream()
                                .filter(finding -> !COUNTS.contains(finding.word()))
                                .filter(finding -> !isOfLaterCheckpoint(finding))
                                .map(finding -> finding.text(words.lang()))
                                .map(this::withoutPath)
                                .map(CaseProof::open)
                                .limit(2)
                                .collect(Collectors.joining(words.say("and")));
        return line(check, detail);
    }

    private CheckLine line(Check check, String detail) {
        return new CheckLine(
                check.id(),
                check.title(words.lang()),
                Outcome.valueOf(check.outcome().name()),
                check.proves(words.lang()),
                check.doesNotProve(words.lang()),
                detail);
    }

    /** Each paper signs a checkpoint of its own, whose stamp would make the next paper another. */
    private boolean isOfLaterCheckpoint(Finding finding) {
        if (finding.outcome() != packwitness.ledger.Outcome.UNDECIDED) return false;
        Matcher checkpoint = CHECKPOINT.matcher(finding.about());
        if (!checkpoint.find()) return false;
        String size = checkpoint.group(1);
        return size == null
                || stamps.stream().noneMatch(stamp -> size.equals("" + stamp.treeSize()));
    }

    /** Returns a finding without its full stop: others follow it on the line. */
    private static String open(String finding) {
        return finding.endsWith(".") || finding.endsWith("。")
                ? finding.substring(0, finding.length() - 1)
                : finding;
    }

    private String withoutPath(String detail) {
        String bag = material.rehearsal().toString();
        return detail.replace(bag + "/", "").replace(bag, words.say("verify.thebag"));
    }

    /**
     * Returns the rows of the case. There are two SEGMENT rows for each second of video: a run of
     * them is one line with the last of them, which the links bind to all before it; the bag holds
     * every one.
     */
    private List<LedgerLine> rows() {
        List<LedgerLine> lines = new ArrayList<>();
        List<Entry> pieces = new ArrayList<>();
        for (Entry entry : material.entries()) {
            if (entry.kind() == EntryKind.SEGMENT) {
                pieces.add(entry);
                continue;
            }
            pieces(pieces).ifPresent(lines::add);
            pieces.clear();
            lines.add(line(entry));
        }
        pieces(pieces).ifPresent(lines::add);
        return lines;
    }

    private Optional<LedgerLine> pieces(List<Entry> run) {
        if (run.isEmpty()) return Optional.empty();
        Entry last = run.getLast();
        String what = words.say("ledger.pieces", run.size(), run.getFirst().seq(), last.seq());
        return Optional.of(
                new LedgerLine(last.seq(), last.at(), last.kind().name(), what, last.leaf()));
    }

    private static LedgerLine line(Entry entry) {
        String what =
                entry.facts().entrySet().stream()
                        .filter(fact -> !fact.getKey().endsWith(".salted"))
                        .filter(fact ->
                                !fact.getKey().equals("shipment") && !fact.getKey().equals("claim"))
                        .map(fact -> fact.getKey() + "=" + brief(fact.getValue()))
                        .collect(Collectors.joining("  "));
        return new LedgerLine(entry.seq(), entry.at(), entry.kind().name(), what, entry.leaf());
    }

    private static String brief(String value) {
        return value.length() <= 40 ? value : value.substring(0, 16) + "…";
    }

    private List<VerifyStep> steps() {
        List<VerifyStep> steps = new ArrayList<>();
        steps.add(step("bag"));
        for (Take take : material.shipment().takes()) {
            if (take.stop().isEmpty()) continue;
            String name = "data/" + CaseFiles.bagName(take);
            Take.Stop stop = take.stop().get();
            steps.add(
                    new VerifyStep(
                            words.say("verify.file"),
                            words.say("verify.file.cmd", name),
                            words.say("verify.file.expected", stop.sha256())));
            stop.stream()
                    .ifPresent(stream ->
                            steps.add(
                                    new VerifyStep(
                                            words.say("verify.stream"),
                                            words.say("verify.stream.cmd", name),
                                            words.say("verify.stream.expected", stream))));
        }
        steps.add(step("ours"));
        return steps;
    }

    private VerifyStep step(String name) {
        return new VerifyStep(
                words.say("verify." + name),
                words.say("verify." + name + ".cmd"),
                words.say("verify." + name + ".expected"));
    }
}
