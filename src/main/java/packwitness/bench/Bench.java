package packwitness.bench;

import packwitness.value.Failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One benchmark: tells its lines to the consumer, the last one by {@link #verdict}. */
public interface Bench {
    /** Runs and returns whether the goals hold. */
    boolean run(List<String> arguments, Consumer<Map<String, Object>> lines) throws Failure;

    /** Returns the benchmark of this name. */
    static Bench named(String name) throws Failure {
        SortedMap<String, Bench> all = new TreeMap<>();
        all.put("frames", new FramesBench());
        Bench found = all.get(name);
        if (found == null)
            throw new Failure(BenchProblem.UNKNOWN, name, String.join(", ", all.keySet()));
        return found;
    }

    /** Returns the last line of a benchmark. */
    static Map<String, Object> verdict(
            String name, boolean holds, Map<String, Object> figures, Map<String, Object> goals) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", name);
        line.put("holds", holds);
        line.put("figures", figures);
        line.put("goals", goals);
        return line;
    }
}
