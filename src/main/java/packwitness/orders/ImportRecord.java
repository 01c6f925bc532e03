package packwitness.orders;

import java.time.Instant;

/**
 * An import as it stands in the vault.
 *
 * @param file the name without its folder
 * @param made orders that were not there before
 * @param changed orders or refunds of which it said something new
 */
public record ImportRecord(
        long id,
        String file,
        String platform,
        FileKind kind,
        State state,
        long rows,
        long rowsDone,
        int orders,
        int made,
        int changed,
        int withoutWaybill,
        Instant at) {

    /** How far it is; what is under way in nobody's hands is finished by the next import. */
    public enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE
    }
}
