package packwitness.cli;

import packwitness.bench.BenchProblem;
import packwitness.capture.CaptureProblem;
import packwitness.keep.KeepProblem;
import packwitness.orders.OrdersProblem;
import packwitness.value.Failure;
import packwitness.value.Problem;

import java.util.Set;

/** What a command tells its caller. */
final class ExitCode {
    static final int DONE = 0;

    /** The check found a fault. */
    static final int FAULT = 1;

    static final int WRONG_USAGE = 2;

    /** It could not be checked or done. */
    static final int NOT_DONE = 3;

    /** What the caller wrote and could have known to be wrong. */
    private static final Set<Problem> USAGE =
            Set.of(
                    CliProblem.BAD_VALUE,
                    BenchProblem.UNKNOWN,
                    BenchProblem.NEEDS_ARGUMENTS,
                    CaptureProblem.ADDRESS_UNKNOWN,
                    CaptureProblem.OPTION_UNKNOWN,
                    KeepProblem.RULE_WRONG,
                    OrdersProblem.BAD_MAPPING);

    private ExitCode() {}

    static int of(Failure failure) {
        return USAGE.contains(failure.problem()) ? WRONG_USAGE : NOT_DONE;
    }
}
