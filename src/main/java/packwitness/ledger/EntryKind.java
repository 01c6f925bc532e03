package packwitness.ledger;

/** What a row of the ledger records; the names stand in the rows and never change. */
public enum EntryKind {
    /** The first row: origin and public key. */
    GENESIS,
    /** Another device key takes over. */
    KEY,
    /** A station was armed: camera, program, system, clock. */
    ARM,
    /** A recording began. */
    START,
    /** A piece of the original is on the disk. */
    SEGMENT,
    /** A code was read in the picture. */
    SEEN,
    /** A recording was sealed. */
    STOP,
    /** A recording that ended without a STOP was found and proven as far as possible. */
    INTERRUPTED,
    /** Camera lost, frames frozen, disk short and the like. */
    EVENT,
    /** A recording was bound to a parcel or an order, or the binding was corrected. */
    BIND,
    /** A legal hold was set or lifted. */
    HOLD,
    /** A file of orders or refunds was read. */
    IMPORT,
    /** A claim was opened or changed. */
    CLAIM,
    /** A picture was received or cut out. */
    PICTURE,
    /** A picture was inspected. */
    INSPECT,
    /** Somebody looked at evidence. */
    VIEW,
    /** A dossier or bag was made. */
    EXPORT,
    /** A time stamp came back. */
    STAMP,
    /** Personal data or a file was erased. */
    ERASE;

    /** Tells whether such a row says that somebody handled evidence; then it says who. */
    boolean isCustody() {
        return switch (this) {
            case HOLD, IMPORT, CLAIM, PICTURE, INSPECT, VIEW, EXPORT, ERASE -> true;
            case GENESIS, KEY, ARM, START, SEGMENT, SEEN, STOP, INTERRUPTED, EVENT, BIND, STAMP ->
                    false;
        };
    }
}
