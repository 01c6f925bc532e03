package packwitness.yaml;

import packwitness.value.Problem;

/** What can be wrong with a YAML file. */
public enum YamlProblem implements Problem {
    /** {0} line, {1} column, or both 0; {2} file. */
    NOT_YAML,
    /** {0} place such as {@code acts[2].date}, {1} file. */
    MISSING,
    /** {0} place, {1} what stands there, {2} file. */
    UNREADABLE;

    @Override
    public String key() {
        return "yaml." + name();
    }
}
