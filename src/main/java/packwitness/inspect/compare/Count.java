package packwitness.inspect.compare;

import packwitness.inspect.compare.Figures.Row;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.compare.SyntheticPairs.Pair;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final List<Long> busy = new ArrayList<>();

    Count(Consumer<ComparisonBench.Told> each) {
        this.each = each;
    }

    void add(Pair pair) {
        // Once beforehand: loading classes and native code is no part of a comparison.
        if (millis.isEmpty()) comparer.compare(pair.ours(), pair.theirs());
        Duration before = busy();
        long start = System.nanoTime();
        Comparison comparison = comparer.compare(pair.ours(), pair.theirs());
        long took = (System.nanoTime() - start) / 1_000_000;
        millis.add(took);
        busy.add(busy().minus(before).toMillis());
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
                        one(score.beside() > 0),
                        one(comparison.why().getFirst() == Reason.TOO_SMALL));
        rows.merge(pair.kind(), row, Row::plus);
        each.accept(new ComparisonBench.Told(millis.size() - 1, pair, comparison, score, took));
    }

    Figures figures(String set, LocalDate date, long seed) {
        long worst = millis.stream().mapToLong(Long::longValue).max().orElse(0);
        return new Figures(set, date, seed, rows, middle(millis), worst, middle(busy));
    }

    private static long middle(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /** Returns the processor time of this process so far. */
    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int one(boolean yes) {
        return yes ? 1 : 0;
    }
}
