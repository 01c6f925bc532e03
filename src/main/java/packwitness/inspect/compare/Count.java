package packwitness.inspect.compare;

import packwitness.inspect.compare.Figures.Row;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.compare.SyntheticPairs.Pair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Compares pairs one after the other and counts how they come out. */
final class Count {
    private final PictureComparer comparer = new PictureComparer();
    private final Consumer<ComparisonBench.Told> each;
    private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    private final List<Long> millis = new ArrayList<>();

    Count(Consumer<ComparisonBench.Told> each) {
        this.each = each;
    }

    void add(Pair pair) {
        // Once beforehand: loading classes and native code is no part of a comparison.
        if (millis.isEmpty()) comparer.compare(pair.ours(), pair.theirs());
        long start = System.nanoTime();
        Comparison comparison = comparer.compare(pair.ours(), pair.theirs());
        long took = (System.nanoTime() - start) / 1_000_000;
        millis.add(took);
        Score score = Score.of(pair, comparison);
        boolean found = score.found() > 0;
        Row row =
                new Row(
                        1,
                        one(comparison.copy()),
                        one(comparison.changed()),
                        one(found),
                        one(score.isVisible()),
                        one(score.isVisible() && found),
                        one(score.beside() > 0));
        rows.merge(pair.kind(), row, Row::plus);
        each.accept(new ComparisonBench.Told(millis.size() - 1, pair, comparison, score, took));
    }

    Figures figures(String set, LocalDate date, long seed) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        long median = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        long worst = sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
        return new Figures(set, date, seed, rows, median, worst);
    }

    private static int one(boolean yes) {
        return yes ? 1 : 0;
    }
}
