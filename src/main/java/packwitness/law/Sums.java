package packwitness.law;

import packwitness.value.Fen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up acts: all together, the best window, the largest one, by account. */
final class Sums {
    private Sums() {}

    static Fen all(List<Act> acts) {
        return acts.stream().map(Act::amount).reduce(Fen.ZERO, Fen::plus);
    }

    static Fen single(List<Act> acts) {
        return acts.stream().map(Act::amount).max(Comparator.naturalOrder()).orElse(Fen.ZERO);
    }

    /** Returns the largest sum of acts that lie within one span of time; both ends count. */
    static Fen window(List<Act> acts, Span span) {
        Fen best = Fen.ZERO;
        for (Act first : acts) {
            LocalDate end = span.after(first.date());
            Fen sum =
                    all(
                            acts.stream()
                                    .filter(act -> !act.date().isBefore(first.date()))
                                    .filter(act -> !act.date().isAfter(end))
                                    .toList());
            best = sum.compareTo(best) > 0 ? sum : best;
        }
        return best;
    }

    static List<Act> of(List<Act> acts, Outcome outcome) {
        return acts.stream().filter(act -> act.outcome() == outcome).toList();
    }

    /**
     * Returns the acts of each person: all together where one person is shown, else by account; an
     * act without account then stands alone.
     */
    static List<List<Act>> people(List<Act> acts, boolean onePersonShown) {
        if (onePersonShown) {
            return List.of(acts);
        }
        Map<String, List<Act>> byAccount = new LinkedHashMap<>();
        for (int i = 0; i < acts.size(); i++) {
            String key = acts.get(i).account().map(name -> "a" + name).orElse("#" + i);
            byAccount.computeIfAbsent(key, unused -> new ArrayList<>()).add(acts.get(i));
        }
        return List.copyOf(byAccount.values());
    }
}
