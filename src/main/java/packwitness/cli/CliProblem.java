package packwitness.cli;

import packwitness.value.Problem;

/** What can go wrong between the command line and the house. */
public enum CliProblem implements Problem {
    /** {0} file. */
    FILE_UNREADABLE,
    /** {0} value, {1} what is expected. */
    BAD_VALUE,
    /** {0} folder. */
    FOLDER_NOT_EMPTY,
    /** {0} file. */
    FILE_EMPTY,
    /** {0} file, {1} what it is instead. */
    NOT_A_PICTURE,
    /** {0} variable of the environment that may name a file with it. */
    PASSPHRASE_NEEDED;

    @Override
    public String key() {
        return "cli." + name();
    }
}
