package packwitness.bench;

import packwitness.ledger.Report;
import packwitness.value.Failure;

/**
 * One deed of a dishonest owner of machine, database and device key; what lies outside is the key
 * of the authority and the bags that left the house.
 *
 * @param finding check and word that must be among the findings; empty for open classes
 */
record Attack(String id, String what, Due due, String finding, Deed deed) {
    /** What must come of it. */
    enum Due {
        /** The report is FAILED, and the finding says why. */
        CAUGHT,
        /** The report says so, but it is no fault by itself. */
        FLAGGED,
        /** Nothing can find it, and every report says that. */
        OPEN,
        /** Nothing was done: no fault may be found. */
        HONEST
    }

    interface Deed {
        Report of(AttackWorld world) throws Failure;
    }
}
