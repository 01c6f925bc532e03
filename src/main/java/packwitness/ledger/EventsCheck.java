package packwitness.ledger;

import packwitness.value.Beijing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * C12: recording before claim, and both beside what a carrier noted ({@link CarrierCheck}). The day
 * of the claim was entered by the shop, so the order of rows alone decides nothing; a stamp of an
 * outside authority before that day does.
 */
final class EventsCheck {
    private static final String CHECK = "C12";

    private final Findings findings;
    private final String source;
    private final List<SoundStamp> stamps;

    EventsCheck(Findings findings, String source, List<SoundStamp> stamps) {
        this.findings = findings;
        this.source = source;
        this.stamps = stamps;
    }

    void check(Collection<Entry> rows) {
        Optional<Entry> claim =
                rows.stream()
                        .filter(row -> row.kind() == EntryKind.CLAIM)
                        .filter(row -> "open".equals(row.facts().getOrDefault("step", "open")))
                        .findFirst();
        if (claim.isEmpty()) return;
        boolean carrier = new CarrierCheck(findings, source, rows).check(rows);
        for (Entry stop : rows)
            if (stop.kind() == EntryKind.STOP) compare(stop, claim.get(), carrier);
    }

    private void compare(Entry stop, Entry claim, boolean carrier) {
        boolean first = stop.seq() < claim.seq();
        if (!first)
            findings.undecided(CHECK, source, "events.claimedFirst", stop.seq(), claim.seq());
        else if (!carrier)
            findings.undecided(CHECK, source, "events.recordedFirst", stop.seq(), claim.seq());
        Optional<SoundStamp> covering =
                stamps.stream()
                        .filter(stamp -> stamp.size() > stop.seq())
                        .filter(stamp -> stamp.kind() == AuthorityKind.COMMERCIAL)
                        .min(Comparator.comparing(SoundStamp::genTime));
        Optional<LocalDate> filed = day(claim.facts().getOrDefault("filed_on", ""));
        if (covering.isEmpty() || filed.isEmpty()) return;
        if (covering.get().genTime().isBefore(filed.get().atStartOfDay(Beijing.TIME).toInstant()))
            findings.passed(
                    CHECK, source, "events.stampedFirst", covering.get().genTime(), filed.get());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
