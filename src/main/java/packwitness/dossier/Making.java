package packwitness.dossier;

import packwitness.dossier.paper.DossierProblem;
import packwitness.value.Failure;

/** Follows a paper or a pack while it is made, and may end it; called by the thread that makes. */
@FunctionalInterface
public interface Making {
    /** Follows nothing and ends nothing. */
    Making UNWATCHED = step -> true;

    /** The steps in their order; a pack goes from the pages to its own. */
    enum Step {
        /** The case is read and its pictures are inspected and compared. */
        READ,
        /** The bag is packed and checked once, so that the paper can print the result. */
        REHEARSE,
        /** The pages are written, signed and stamped. */
        WRITE,
        /** The files are packed. */
        PACK,
        /** The packed files are checked; nothing can be ended any more. */
        CHECK
    }

    /** Tells that a step begins; returns false where it shall not. */
    boolean begins(Step step);

    /** Goes on to the step, or ends with {@link DossierProblem#CANCELLED}. */
    default void to(Step step) throws Failure {
        if (!begins(step)) throw new Failure(DossierProblem.CANCELLED);
    }
}
