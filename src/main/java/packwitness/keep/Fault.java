package packwitness.keep;

import java.util.Optional;

/**
 * One place where disk and index disagree.
 *
 * @param file relative to the vault; of a fault of the database its name
 * @param repair what could be done; done only when somebody asks for it
 * @param from where the repair takes the file from, relative to the vault
 */
public record Fault(Kind kind, String file, Repair repair, Optional<String> from) {
    /** What is wrong. */
    public enum Kind {
        /** The index has it, the disk has not. */
        MISSING,
        /** Its bytes are not those of the index. */
        CHANGED,
        /** The disk has it, the index has not. */
        UNTRACKED,
        /** It is on its way out or back, and nobody is at it. */
        UNFINISHED,
        /** The database finds a fault in itself. */
        DATABASE
    }

    /** What could be done. */
    public enum Repair {
        /** It stands elsewhere in the vault and can be moved to its place. */
        PUT_BACK,
        /** It can be set aside; it is not deleted. */
        SET_ASIDE,
        /** What was begun can be finished. */
        FINISH,
        /** Only a backup can help. */
        FROM_BACKUP
    }
}
