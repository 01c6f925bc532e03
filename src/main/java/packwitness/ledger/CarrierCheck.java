package packwitness.ledger;

import packwitness.value.Beijing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * C12, against what the shop copied of the carrier's records: recording, pick-up, transport,
 * delivery and claim in this order, and weights that fit. A recording made after the parcel had
 * left is found here and nowhere else.
 */
final class CarrierCheck {
    private static final String CHECK = "C12";

    /** The steps of a parcel on its way, in their order. */
    private enum Step {
        PICKED_UP("picked_up", "events.earlyPickUp"),
        IN_TRANSIT("in_transit", "events.earlyTransport"),
        DELIVERED("delivered", "events.earlyDelivery");

        private final String fact;
        private final String early;

        Step(String fact, String early) {
            this.fact = fact;
            this.early = early;
        }
    }

    /** Scales at a packing table differ; so much, or a twentieth, says nothing. */
    private static final long LEAST_TOLERANCE_G = 50;

    private static final int SHARE = 20;

    private final Findings findings;
    private final String source;
    private final Map<String, String> said = new HashMap<>();

    CarrierCheck(Findings findings, String source, Collection<Entry> rows) {
        this.findings = findings;
        this.source = source;
        // The last word on each fact counts; the earlier ones stand in their rows.
        rows.stream()
                .filter(row -> row.kind() == EntryKind.CLAIM)
                .sorted(Comparator.comparingLong(Entry::seq))
                .forEach(row -> said.putAll(row.facts()));
    }

    /** Returns whether there was anything of a carrier to compare. */
    boolean check(Collection<Entry> rows) {
        boolean times =
                Arrays.stream(Step.values()).anyMatch(step -> moment(step.fact).isPresent());
        if (times) order(rows);
        return weights() || times;
    }

    private void order(Collection<Entry> rows) {
        Optional<Instant> recorded =
                rows.stream()
                        .filter(row -> row.kind() == EntryKind.START)
                        .map(Entry::at)
                        .max(Comparator.naturalOrder());
        if (recorded.isEmpty()) return;
        Instant before = recorded.get();
        boolean fits = true;
        for (Step step : Step.values()) {
            Optional<Instant> at = moment(step.fact);
            if (at.isEmpty()) continue;
            // The carrier's times have no seconds.
            if (at.get().plusSeconds(59).isBefore(before)) {
                findings.failed(CHECK, source, step.early, before, at.get());
                fits = false;
            }
            before = at.get();
        }
        Optional<Instant> filed = day("filed_on");
        if (filed.isPresent() && filed.get().isBefore(before)) {
            findings.failed(CHECK, source, "events.earlyClaim", before, filed.get());
            fits = false;
        }
        if (fits) findings.passed(CHECK, source, "events.carrierFits", recorded.get());
    }

    private boolean weights() {
        Optional<Long> ours = grams("weight_packed_g");
        Optional<Long> theirs = grams("weight_carrier_g");
        if (ours.isEmpty() || theirs.isEmpty()) return false;
        long apart = Math.abs(ours.get() - theirs.get());
        if (apart <= Math.max(LEAST_TOLERANCE_G, ours.get() / SHARE))
            findings.passed(CHECK, source, "events.weightFits", ours.get(), theirs.get());
        else findings.undecided(CHECK, source, "events.weightDiffers", ours.get(), theirs.get());
        return true;
    }

    private Optional<Instant> moment(String name) {
        try {
            return Optional.of(
                    LocalDateTime.parse(said.getOrDefault(name, ""))
                            .atZone(Beijing.TIME)
                            .toInstant());
        } catch (DateTimeParseException notSaid) {
            return Optional.empty();
        }
    }

    /** Returns the end of the day. */
    private Optional<Instant> day(String name) {
        try {
            return Optional.of(
                    LocalDate.parse(said.getOrDefault(name, ""))
                            .plusDays(1)
                            .atStartOfDay(Beijing.TIME)
                            .toInstant());
        } catch (DateTimeParseException notSaid) {
            return Optional.empty();
        }
    }

    private Optional<Long> grams(String name) {
        String text = said.getOrDefault(name, "");
        return text.matches("\\d{1,7}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
