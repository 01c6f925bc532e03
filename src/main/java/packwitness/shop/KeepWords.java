package packwitness.shop;

import packwitness.keep.BackupResult;
import packwitness.keep.DrillResult;
import packwitness.keep.Fault;
import packwitness.keep.Forecast;
import packwitness.keep.HoldReason;
import packwitness.keep.IntegrityReport;
import packwitness.keep.Kind;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionResult;
import packwitness.keep.RetentionRules;
import packwitness.keep.RunNote;
import packwitness.text.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain words what is kept, what goes, and what went; any thread. */
public final class KeepWords {
    private static final long KIB = 1024;

    private final Messages words;

    public KeepWords(Messages words) {
        this.words = words;
    }

    /** Returns a size for people, such as {@code 13.5 GB}. */
    public static String size(long bytes) {
        String[] units = {"B", "KB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= KIB && unit < units.length - 1) {
            value /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }

    /** Returns the rules, a sentence each. */
    public List<String> rules(RetentionRules rules) {
        List<String> lines = new ArrayList<>();
        lines.add(days("keep.rules.video", rules.videoDays()));
        lines.add(days("keep.rules.frame", rules.frameDays()));
        lines.add(days("keep.rules.row", rules.rowDays()));
        lines.add(days("keep.rules.person", rules.personDays()));
        if (rules.mostVideoBytes() > 0)
            lines.add(words.say("keep.rules.most", size(rules.mostVideoBytes())));
        if (rules.leastFreeBytes() > 0)
            lines.add(words.say("keep.rules.free", size(rules.leastFreeBytes())));
        if (rules.holdAboveFen() > 0)
            lines.add(
                    words.say(
                            "keep.rules.amount",
                            new packwitness.value.Fen(rules.holdAboveFen()).toString()));
        lines.add(words.say("keep.rules.quarantine", rules.quarantineDays()));
        lines.add(words.say(rules.nightly() ? "keep.rules.nightly" : "keep.rules.by-hand"));
        return lines;
    }

    /** Returns what a run of the plan would do, a sentence each; never empty. */
    public List<String> plan(RetentionPlan plan) {
        List<String> lines = new ArrayList<>();
        long videos = plan.count(Kind.VIDEO);
        long frames = plan.count(Kind.KEY_FRAME);
        int wait = plan.rules().quarantineDays();
        if (!plan.back().isEmpty()) lines.add(words.say("keep.plan.back", plan.back().size()));
        if (!plan.due().isEmpty())
            lines.add(words.say("keep.plan.due", plan.due().size(), size(plan.freedNow())));
        if (videos > 0) lines.add(words.say("keep.plan.videos", videos, size(plan.bytes()), wait));
        if (frames > 0) lines.add(words.say("keep.plan.frames", frames, wait));
        if (!plan.rows().isEmpty()) lines.add(words.say("keep.plan.rows", plan.rows().size()));
        if (plan.persons() > 0) lines.add(words.say("keep.plan.persons", plan.persons()));
        if (lines.isEmpty()) lines.add(words.say("keep.plan.nothing"));
        if (plan.heldFiles() > 0)
            lines.add(words.say("keep.plan.held", plan.heldFiles(), size(plan.heldBytes())));
        if (plan.more()) lines.add(words.say("keep.plan.more"));
        return lines;
    }

    /** Returns what a run did, a sentence each; never empty. */
    public List<String> result(RetentionResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        "keep.result.done",
                        result.quarantined(),
                        result.deleted(),
                        size(result.deletedBytes())));
        if (result.broughtBack() > 0)
            lines.add(words.say("keep.result.back", result.broughtBack()));
        if (result.rows() + result.persons() > 0)
            lines.add(words.say("keep.result.rows", result.rows(), result.persons()));
        if (result.held() > 0) lines.add(words.say("keep.result.held", result.held()));
        if (result.notAsIndexed() > 0)
            lines.add(words.say("keep.result.changed", result.notAsIndexed()));
        if (result.troubles() > 0) lines.add(words.say("keep.result.troubles", result.troubles()));
        if (result.cancelled()) lines.add(words.say("keep.result.cancelled"));
        return lines;
    }

    /** Returns what an earlier run did, in one line without its time. */
    public String note(RunNote note) {
        String did =
                note.problem().isPresent()
                        ? words.say(note.problem().get() + ".what", "", "", "")
                        : note.result().isNothing() && note.result().troubles() == 0
                                ? words.say("keep.note.nothing")
                                : String.join(" ", result(note.result()));
        return words.say(
                note.door().equals(Nightly.DOOR) ? "keep.note.night" : "keep.note.by-hand", did);
    }

    /** Returns why a parcel is on hold, a sentence each. */
    public List<String> holds(List<HoldReason> reasons) {
        return reasons.stream()
                .map(reason -> words.say("keep.hold." + reason.kind(), reason.said()))
                .toList();
    }

    /** Returns how long the disk lasts, a sentence each. */
    public List<String> forecast(Forecast forecast) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        "keep.forecast.now",
                        size(forecast.videoBytes()),
                        size(forecast.freeBytes()),
                        size(forecast.quarantineBytes()),
                        size(forecast.heldBytes())));
        if (forecast.bytesADay() == 0) {
            lines.add(words.say("keep.forecast.nothing"));
            return lines;
        }
        lines.add(words.say("keep.forecast.pace", size(forecast.bytesADay())));
        lines.add(
                forecast.fullWithoutRules()
                        .map(day -> words.say("keep.forecast.full", day.toString()))
                        .orElseGet(() -> words.say("keep.forecast.never")));
        lines.add(
                forecast.fullWithRules()
                        .map(day -> words.say("keep.forecast.full-with-rules", day.toString()))
                        .orElseGet(() -> words.say("keep.forecast.never-with-rules")));
        return lines;
    }

    /** Returns what the comparison of disk and index found, a sentence each; never empty. */
    public List<String> report(IntegrityReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        report.hashed() ? "keep.integrity.hashed" : "keep.integrity.sized",
                        report.files(),
                        size(report.bytes())));
        for (Fault fault : report.faults())
            lines.add(
                    words.say(
                            "keep.fault." + fault.kind(),
                            fault.file(),
                            words.say("keep.repair." + fault.repair(), fault.from().orElse(""))));
        if (!report.complete()) lines.add(words.say("keep.integrity.ended"));
        else if (report.faults().isEmpty()) lines.add(words.say("keep.integrity.whole"));
        return lines;
    }

    /** Returns what a backup did, a sentence each. */
    public List<String> backup(BackupResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        "keep.backup.copied",
                        result.copied(),
                        size(result.copiedBytes()),
                        result.files(),
                        size(result.bytes())));
        for (String file : result.failed()) lines.add(words.say("keep.backup.failed", file));
        if (result.pruned() > 0) lines.add(words.say("keep.backup.pruned", result.pruned()));
        if (!result.complete()) lines.add(words.say("keep.backup.ended"));
        return lines;
    }

    /** Returns what a restore drill proved, a sentence each. */
    public List<String> drill(DrillResult result) {
        if (!result.complete()) return List.of(words.say("keep.drill.ended"));
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        result.holds() ? "keep.drill.holds" : "keep.drill.fails",
                        result.tried(),
                        result.plays(),
                        result.verifies()));
        for (String file : result.faults()) lines.add(words.say("keep.drill.fault", file));
        return lines;
    }

    private String days(String key, int days) {
        return days == 0 ? words.say(key + ".always") : words.say(key, days);
    }
}
