package packwitness.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** C13: what the station wrote down about itself when it was armed. One thread. */
final class EnvironmentCheck {
    private static final String CHECK = "C13";
    private static final String UNKNOWN = "unknown";
    private static final List<String> ASKED =
            List.of(
                    "station",
                    "camera",
                    "mode",
                    "program",
                    "program_sha256",
                    "os",
                    "zone",
                    "disk_free",
                    "ntp",
                    "clock_offset_ms");

    /** Network time turns a clock by half a second in a thousand at most; steps are what we ask. */
    private static final long USUAL_MILLIS = 2_000;

    private static final long USUAL_PART = 1_000;

    private final Findings findings;
    private final String source;
    private final Map<String, Entry> lastOfBoot = new HashMap<>();

    EnvironmentCheck(Findings findings, String source) {
        this.findings = findings;
        this.source = source;
    }

    void see(Entry row) {
        if (row.kind() == EntryKind.ARM) armed(row);
        else if (row.kind() == EntryKind.EVENT && "CLOCK_JUMPED".equals(row.facts().get("alarm")))
            findings.undecided(
                    CHECK, about(row), "clock.jumped", row.facts().getOrDefault("detail", ""));
    }

    private void armed(Entry arm) {
        List<String> missing =
                ASKED.stream().filter(fact -> !arm.facts().containsKey(fact)).toList();
        List<String> unknown =
                ASKED.stream().filter(fact -> UNKNOWN.equals(arm.facts().get(fact))).toList();
        if (!missing.isEmpty())
            findings.undecided(CHECK, about(arm), "arm.untold", String.join(", ", missing));
        else findings.passed(CHECK, about(arm), "arm.told");
        if (!unknown.isEmpty())
            findings.undecided(CHECK, about(arm), "arm.unknown", String.join(", ", unknown));
        if ("unsynchronized".equals(arm.facts().get("ntp")))
            findings.undecided(CHECK, about(arm), "arm.notSynchronized");
        Entry before = lastOfBoot.put(arm.facts().getOrDefault("boot", ""), arm);
        if (before != null) ran(before, arm);
    }

    /** Between two armings without a new start of the system both clocks must have run alike. */
    private void ran(Entry before, Entry arm) {
        long from = Take.number(before, "uptime_ms");
        long to = Take.number(arm, "uptime_ms");
        if (from < 0 || to < from) return;
        long steady = to - from;
        long wall = arm.at().toEpochMilli() - before.at().toEpochMilli();
        long apart = Math.abs(wall - steady);
        if (apart <= USUAL_MILLIS + steady / USUAL_PART)
            findings.passed(CHECK, about(arm), "arm.clockRan", before.seq(), apart / 1000);
        else findings.undecided(CHECK, about(arm), "arm.clockSet", before.seq(), apart / 1000);
    }

    private String about(Entry row) {
        return source + " " + row.kind() + " " + row.seq();
    }
}
