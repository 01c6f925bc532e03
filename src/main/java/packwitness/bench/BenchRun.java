package packwitness.bench;

import packwitness.value.Failure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one benchmark was asked: words, options ({@code --name value}), a clock and where to tell.
 */
public final class BenchRun {
    private final String name;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Clock clock;
    private final Consumer<Map<String, Object>> lines;

    private BenchRun(String name, Clock clock, Consumer<Map<String, Object>> lines) {
        this.name = name;
        this.clock = clock;
        this.lines = lines;
    }

    /** Reads the arguments; an option that another option or nothing follows is a switch. */
    static BenchRun of(
            String name, List<String> arguments, Clock clock, Consumer<Map<String, Object>> lines) {
        BenchRun run = new BenchRun(name, clock, lines);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                run.words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            boolean valued = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--");
            if (equals > 0)
                run.options.put(argument.substring(2, equals), argument.substring(equals + 1));
            else run.options.put(argument.substring(2), valued ? arguments.get(++i) : "");
        }
        return run;
    }

    /** Returns what is no option, in order. */
    List<String> words() {
        return List.copyOf(words);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Returns a whole number of the option, or the standard value where it was not given. */
    long number(String option, long standard) throws Failure {
        String value = options.get(option);
        if (value == null) return standard;
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Failure(BenchProblem.NEEDS_ARGUMENTS, e, name, "--" + option + " N");
        }
    }

    Failure needs(String what) {
        return new Failure(BenchProblem.NEEDS_ARGUMENTS, name, what);
    }

    Clock clock() {
        return clock;
    }

    /** Tells one line of figures. */
    void tell(Map<String, Object> line) {
        lines.accept(line);
    }

    /** Tells the last line and returns whether the goals hold. */
    boolean verdict(boolean holds, Map<String, Object> figures, Map<String, Object> goals) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", name);
        line.put("holds", holds);
        line.put("figures", figures);
        line.put("goals", goals);
        lines.accept(line);
        return holds;
    }
}
