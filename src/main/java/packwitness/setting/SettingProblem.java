package packwitness.setting;

import packwitness.value.Problem;

/** What can be wrong with a setting. */
public enum SettingProblem implements Problem {
    /** {0} name. */
    UNKNOWN,
    /** {0} name, {1} text, {2} what may be set. */
    VALUE_WRONG,
    /** {0} file. */
    NOT_KEPT;

    @Override
    public String key() {
        return "setting." + name();
    }
}
