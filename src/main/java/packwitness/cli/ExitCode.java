package packwitness.cli;

/** What a command tells its caller. */
final class ExitCode {
    static final int DONE = 0;

    /** The check found a fault. */
    static final int FAULT = 1;

    static final int WRONG_USAGE = 2;

    /** It could not be checked or done. */
    static final int NOT_DONE = 3;

    private ExitCode() {}
}
