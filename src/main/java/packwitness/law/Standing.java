package packwitness.law;

import packwitness.value.Fen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where one person stands by the amounts alone.
 *
 * @param counted the acts that may still be prosecuted, or all where none may
 * @param criminalOpen whether any act may still be prosecuted
 */
record Standing(List<Act> counted, boolean criminalOpen, List<Place> places) {

    /**
     * The same person in one place.
     *
     * @param done acts that count as completed; tried those that count as attempts
     */
    record Place(Scale scale, Weight done, Weight tried) {
        Tier tier() {
            return Tier.higher(done.tier(), tried.tier());
        }

        /**
         * Completed and attempted acts are weighed apart; the other result stays an alternative.
         */
        Set<Tier> alternatives() {
            Set<Tier> all = EnumSet.noneOf(Tier.class);
            all.addAll(done.alternatives());
            all.addAll(tried.alternatives());
            if (tried.tier().isCriminal()) {
                all.add(tried.tier());
            }
            all.remove(tier());
            return all;
        }

        boolean cumulated() {
            return done.cumulated() || tried.cumulated();
        }
    }

    /** How acts are weighed; the same for all people of a case. */
    record Measure(
            List<Scale> scales, RuleBook book, boolean obtainedCountsAsAttempt, LocalDate report) {}

    static Standing of(List<Act> acts, Measure measure) {
        List<Act> counted = acts;
        while (true) {
            List<Place> places = weigh(counted, measure);
            Integer years = measure.book().prosecutionYears().get(tierOf(places));
            if (years == null) {
                return new Standing(counted, true, places);
            }
            List<Act> left =
                    counted.stream()
                            .filter(act -> !measure.report().isAfter(act.date().plusYears(years)))
                            .toList();
            if (left.isEmpty()) {
                return new Standing(counted, false, places);
            }
            if (left.size() == counted.size()) {
                return new Standing(counted, true, places);
            }
            counted = left;
        }
    }

    private static List<Place> weigh(List<Act> acts, Measure measure) {
        RuleBook book = measure.book();
        Span window = book.span("cumulation_window");
        Tier aim = Tier.valueOf(book.setting("attempt_aims_at"));
        List<Act> done =
                measure.obtainedCountsAsAttempt() ? List.of() : Sums.of(acts, Outcome.OBTAINED);
        List<Act> tried = new ArrayList<>(acts);
        tried.removeAll(done);
        return measure.scales().stream()
                .map(scale ->
                        new Place(
                                scale,
                                Weight.completed(done, scale, window),
                                Weight.attempted(tried, scale, window, aim)))
                .toList();
    }

    private static Tier tierOf(List<Place> places) {
        return places.stream().map(Place::tier).max(Comparator.naturalOrder()).orElseThrow();
    }

    Tier highest() {
        return tierOf(places);
    }

    Fen obtained() {
        return Sums.all(Sums.of(counted, Outcome.OBTAINED));
    }

    Fen attempted() {
        return Sums.all(Sums.of(counted, Outcome.ATTEMPTED));
    }

    /** Returns the person whose acts reach most. */
    static Standing worst(List<Standing> people) {
        return people.stream()
                .max(
                        Comparator.comparing(Standing::highest)
                                .thenComparing(Standing::obtained)
                                .thenComparing(Standing::attempted))
                .orElseThrow();
    }
}
