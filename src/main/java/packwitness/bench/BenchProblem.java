package packwitness.bench;

import packwitness.value.Problem;

/** What can go wrong with a benchmark. */
public enum BenchProblem implements Problem {
    /** {0} name, {1} the names there are. */
    UNKNOWN,
    /** {0} benchmark, {1} what it needs. */
    NEEDS_ARGUMENTS,
    /** {0} file. */
    FILE_UNREADABLE;

    @Override
    public String key() {
        return "bench." + name();
    }
}
