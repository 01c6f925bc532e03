package packwitness.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** C7 and the clock of C13: is the time a row claims within what the stamps attest? */
final class BracketCheck {
    private static final String CHECK = "C7";

    /** An ordinary clock that nobody sets drifts by minutes; more is told, much more is a fault. */
    private static final Duration DRIFT = Duration.ofMinutes(2);

    private static final Duration CONTRADICTION = Duration.ofMinutes(10);
    private static final Duration NOTABLE_LAG = Duration.ofDays(1);
    private static final Duration LONGEST_LAG = Duration.ofDays(7);

    private final Findings findings;
    private final String source;
    private final NavigableMap<Long, SoundStamp> byRow = new TreeMap<>();
    private final NavigableMap<Long, SoundStamp> bySize = new TreeMap<>();
    private long unstamped;
    private long inside;
    private boolean outside = true;

    BracketCheck(Findings findings, String source, List<SoundStamp> stamps) {
        this.findings = findings;
        this.source = source;
        List<SoundStamp> late = new ArrayList<>(stamps);
        late.sort(Comparator.comparing(SoundStamp::genTime).reversed());
        for (SoundStamp stamp : late) {
            stamp.row().ifPresent(row -> byRow.put(row, stamp));
            bySize.put(stamp.size(), stamp);
        }
    }

    void see(Entry row) {
        Map.Entry<Long, SoundStamp> lower = byRow.lowerEntry(row.seq());
        Map.Entry<Long, SoundStamp> upper = bySize.higherEntry(row.seq());
        if (lower != null) early(row, lower.getValue().genTime());
        if (upper == null) {
            if (row.kind() != EntryKind.STAMP) unstamped++;
            return;
        }
        inside++;
        if (upper.getValue().kind() != AuthorityKind.COMMERCIAL) outside = false;
        late(row, upper.getValue().genTime());
        if (row.kind() == EntryKind.START || row.kind() == EntryKind.STOP)
            told(row, lower == null ? "-" : lower.getValue().genTime(), upper.getValue());
    }

    void finish() {
        if (unstamped > 0) findings.undecided(CHECK, source, "bracket.unstamped", unstamped);
        if (inside > 0 && outside) findings.passed(CHECK, source, "bracket.inside", inside);
        if (inside > 0 && !outside)
            findings.undecided(CHECK, source, "bracket.insideUntrusted", inside);
    }

    private void told(Entry row, Object from, SoundStamp to) {
        Outcome outcome =
                to.kind() == AuthorityKind.COMMERCIAL ? Outcome.PASSED : Outcome.UNDECIDED;
        findings.add(
                CHECK,
                new Finding(
                        outcome,
                        about(row),
                        "bracket.told",
                        List.of(
                                row.at().toString(),
                                from.toString(),
                                to.genTime().toString(),
                                Long.toString(seconds(row.at(), to.genTime())))));
    }

    private void early(Entry row, Instant lower) {
        Instant claimed = row.at();
        if (claimed.isBefore(lower.minus(CONTRADICTION)))
            findings.failed(CHECK, about(row), "bracket.backDated", claimed, lower);
        else if (claimed.isBefore(lower.minus(DRIFT)))
            findings.undecided(CHECK, about(row), "bracket.clockBehind", seconds(claimed, lower));
    }

    private void late(Entry row, Instant upper) {
        Instant claimed = row.at();
        Duration lag = Duration.between(claimed, upper);
        if (claimed.isAfter(upper.plus(CONTRADICTION)))
            findings.failed(CHECK, about(row), "bracket.postDated", claimed, upper);
        else if (claimed.isAfter(upper.plus(DRIFT)))
            findings.undecided(CHECK, about(row), "bracket.clockAhead", seconds(upper, claimed));
        else if (lag.compareTo(LONGEST_LAG) > 0)
            findings.failed(CHECK, about(row), "bracket.lateStamp", claimed, upper, lag.toDays());
        else if (lag.compareTo(NOTABLE_LAG) > 0)
            findings.undecided(CHECK, about(row), "bracket.lag", claimed, upper, lag.toHours());
    }

    private String about(Entry row) {
        return source + " " + row.kind() + " " + row.seq();
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
