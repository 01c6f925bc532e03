package packwitness.platform;

import packwitness.value.Problem;

/** What can be wrong with platform rules and what is written by them. */
public enum PlatformProblem implements Problem {
    /** {0} the name asked for, {1} the names there are. */
    UNKNOWN_RULE,
    /** {0} place in the file, {1} value, {2} what is allowed. */
    OUT_OF_RANGE,
    /** {0} the rule. */
    TAKES_NOTHING,
    /** {0} the rule, {1} characters the channel asks for, {2} characters there are. */
    TEXT_TOO_SHORT,
    /** {0} the file or folder. */
    NOT_WRITABLE,
    /** {0} the file. */
    NOT_READABLE,
    /** {0} the name of the value, {1} the names there are. */
    UNKNOWN_FIELD;

    @Override
    public String key() {
        return "platform." + name();
    }
}
