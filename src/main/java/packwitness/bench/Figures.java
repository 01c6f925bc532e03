package packwitness.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small arithmetic of benchmarks. */
final class Figures {
    private Figures() {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    static double least(List<Double> values) {
        return values.stream().mapToDouble(v -> v).min().orElse(0);
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Returns a line of pairs in this order. */
    static Map<String, Object> line(Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) line.put((String) pairs[i], pairs[i + 1]);
        return line;
    }
}
