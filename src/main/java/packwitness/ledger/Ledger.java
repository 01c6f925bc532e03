package packwitness.ledger;

import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The append-only log of a vault. Safe for any thread and for several programs on one vault. */
public final class Ledger {
    private Ledger() {}

    /** Opens the ledger of the vault; a new one gets its GENESIS row. */
    public static Ledger open(Database database, DeviceKey key, Clock clock) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Appends a row inside the caller's writing transaction: row and fact commit together. */
    public Entry append(Transaction tx, EntryKind kind, Facts facts) throws SQLException {
        throw new IllegalStateException("not yet");
    }

    /** Returns all rows of the parcel and of its recordings, oldest first. */
    public List<Entry> entriesOf(ShipmentId shipment) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns all rows of the claim, oldest first. */
    public List<Entry> entriesOf(ClaimId claim) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns the newest checkpoint. */
    public Optional<Checkpoint> newest() throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns a checkpoint of all rows; signs a new one only if rows other than stamps came. */
    public Checkpoint checkpoint() throws Failure {
        throw new IllegalStateException("not yet");
    }

    /** Returns when the row was written, as the stamps attest it. */
    public Bracket bracketOf(long seq) throws Failure {
        throw new IllegalStateException("not yet");
    }

    /**
     * Erases the personal values of a parcel's rows with their salts and appends an ERASE row; the
     * chain stays whole.
     *
     * @return number of values erased
     */
    public int erase(Transaction tx, ShipmentId shipment, String reason) throws SQLException {
        throw new IllegalStateException("not yet");
    }
}
