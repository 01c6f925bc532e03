package packwitness.value;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Trouble in the world, with what its sentences need; never a mistake of ours and never bad
 * evidence.
 */
public final class Failure extends Exception {
    private final transient Problem problem;
    private final transient List<Object> details;

    public Failure(Problem problem, Object... details) {
        this(problem, (Throwable) null, details);
    }

    public Failure(Problem problem, @Nullable Throwable cause, Object... details) {
        super(problem.key() + Arrays.toString(details), cause);
        this.problem = problem;
        this.details = List.of(details);
    }

    public Problem problem() {
        return problem;
    }

    /** Returns the values for the places {0}, {1} … of the sentences. */
    public List<Object> details() {
        return details;
    }
}
