package packwitness.yaml;

import packwitness.value.Problem;

/** What can be wrong with a YAML file. */
public enum YamlProblem implements Problem {
    /** {0} line, {1} column, or both 0. */
    NOT_YAML,
    /** {0} place such as {@code acts[2].date}. */
    MISSING,
    /** {0} place, {1} what stands there. */
    UNREADABLE;

    @Override
    public String key() {
        return "yaml." + name();
    }
}
