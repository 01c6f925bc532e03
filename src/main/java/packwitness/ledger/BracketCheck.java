package packwitness.ledger;

import org.jspecify.annotations.Nullable;

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

    /** A hostile time is held where differences to it still fit a long. */
    static final long FARTHEST = 1L << 60;

    private final Findings findings;
    private final String source;
    private final NavigableMap<Long, SoundStamp> byRow = new TreeMap<>();
    private final NavigableMap<Long, SoundStamp> bySize = new TreeMap<>();
    private @Nullable SoundStamp lower;
    private @Nullable SoundStamp upper;
    private long from;
    private long until;
    private long unstamped;
    private long inside;
    private boolean outside = true;

    private record Row(long seq, EntryKind kind, Instant at) {}

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

    /** Sees a row with the time it claims, in milliseconds. */
    void see(long seq, EntryKind kind, long at) {
        if (seq < from || seq >= until) stampsAround(seq);
        Row row = new Row(seq, kind, Instant.ofEpochMilli(Math.clamp(at, -FARTHEST, FARTHEST)));
        if (lower != null) early(row, lower.genTime());
        if (upper == null) {
            if (kind != EntryKind.STAMP) unstamped++;
            return;
        }
        inside++;
        if (upper.kind() != AuthorityKind.COMMERCIAL) outside = false;
        late(row, upper.genTime());
        if (kind == EntryKind.START || kind == EntryKind.STOP)
            told(row, lower == null ? "-" : lower.genTime(), upper);
    }

    /** Rows come in their order, and a thousand of them lie between the same two stamps. */
    private void stampsAround(long seq) {
        Map.Entry<Long, SoundStamp> before = byRow.lowerEntry(seq);
        Map.Entry<Long, SoundStamp> after = bySize.higherEntry(seq);
        Long nextBefore = byRow.ceilingKey(seq);
        lower = before == null ? null : before.getValue();
        upper = after == null ? null : after.getValue();
        from = seq;
        until =
                Math.min(
                        nextBefore == null ? Long.MAX_VALUE : nextBefore + 1,
                        after == null ? Long.MAX_VALUE : after.getKey());
    }

    void finish() {
        if (unstamped > 0) findings.undecided(CHECK, source, "bracket.unstamped", unstamped);
        if (inside > 0 && outside) findings.passed(CHECK, source, "bracket.inside", inside);
        if (inside > 0 && !outside)
            findings.undecided(CHECK, source, "bracket.insideUntrusted", inside);
    }

    private void told(Row row, Object from, SoundStamp to) {
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

    private void early(Row row, Instant attested) {
        long behind = attested.toEpochMilli() - row.at().toEpochMilli();
        if (behind > CONTRADICTION.toMillis())
            findings.failed(CHECK, about(row), "bracket.backDated", row.at(), attested);
        else if (behind > DRIFT.toMillis())
            findings.undecided(
                    CHECK, about(row), "bracket.clockBehind", seconds(row.at(), attested));
    }

    private void late(Row row, Instant attested) {
        long lag = attested.toEpochMilli() - row.at().toEpochMilli();
        if (-lag > CONTRADICTION.toMillis())
            findings.failed(CHECK, about(row), "bracket.postDated", row.at(), attested);
        else if (-lag > DRIFT.toMillis())
            findings.undecided(
                    CHECK, about(row), "bracket.clockAhead", seconds(attested, row.at()));
        else if (lag > LONGEST_LAG.toMillis()) {
            long days = Duration.ofMillis(lag).toDays();
            findings.failed(CHECK, about(row), "bracket.lateStamp", row.at(), attested, days);
        } else if (lag > NOTABLE_LAG.toMillis()) {
            long hours = Duration.ofMillis(lag).toHours();
            findings.undecided(CHECK, about(row), "bracket.lag", row.at(), attested, hours);
        }
    }

    private String about(Row row) {
        return source + " " + row.kind() + " " + row.seq();
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
