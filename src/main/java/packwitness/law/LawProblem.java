package packwitness.law;

import packwitness.value.Problem;

/** What can be wrong with a file of facts. */
public enum LawProblem implements Problem {
    /** {0} line, {1} column, or both 0. */
    NOT_YAML,
    /** {0} place such as {@code acts[2].date}. */
    FACT_MISSING,
    /** {0} place, {1} what stands there. */
    FACT_UNREADABLE;

    @Override
    public String key() {
        return "law." + name();
    }
}
