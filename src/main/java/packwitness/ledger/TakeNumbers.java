package packwitness.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * C14 as far as the rows alone tell it: each START names the running number of its recording among
 * those of the parcel, so one that is left out leaves a hole. Two views of one recording bear the
 * same number.
 */
final class TakeNumbers {
    private TakeNumbers() {}

    static void check(Findings findings, String source, Collection<Take> takes) {
        Map<String, SortedSet<Long>> parcels = new TreeMap<>();
        for (Take take : takes) {
            if (take.start().isEmpty()) continue;
            Entry start = take.start().get();
            long number = Take.number(start, "number");
            String parcel = start.facts().get("shipment");
            if (parcel != null && number > 0)
                parcels.computeIfAbsent(parcel, p -> new TreeSet<>()).add(number);
        }
        parcels.forEach((parcel, numbers) -> {
            String about = source + " shipment " + parcel;
            if (numbers.size() == numbers.last())
                findings.passed("C14", about, "shown.numbers", numbers.size());
            else findings.failed("C14", about, "shown.hole", numbers.last(), numbers.size());
        });
    }
}
