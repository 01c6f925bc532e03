package packwitness.keep;

import packwitness.shipment.search.Held;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.TakeId;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of removals. */
final class RemovalTable {
    private RemovalTable() {}

    static long insert(Transaction tx, Candidate file, long id, String quarantine, long seq)
            throws SQLException {
        tx.run(
                "INSERT INTO keep_removal (id, kind, take_id, shipment_id, file, quarantine, bytes,"
                        + " sha256, state, why, asked_at, seq) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                id,
                file.kind(),
                file.take().value(),
                file.shipment().value(),
                file.file(),
                quarantine,
                Math.max(0, file.bytes()),
                file.sha256(),
                RemovalState.MOVING,
                file.why(),
                tx.now(),
                seq);
        return id;
    }

    /** Moves a removal on, if it is still where the caller saw it. */
    static boolean step(Transaction tx, Removal removal, RemovalState to) throws SQLException {
        return step(tx, removal, to, removal.seq());
    }

    static boolean step(Transaction tx, Removal removal, RemovalState to, long seq)
            throws SQLException {
        boolean moved = to == RemovalState.QUARANTINED;
        boolean ended =
                to == RemovalState.DELETED
                        || to == RemovalState.RETURNED
                        || to == RemovalState.MISSING;
        return tx.run(
                        "UPDATE keep_removal SET state = ?, seq = ?, moved_at = coalesce(?,"
                                + " moved_at), ended_at = coalesce(?, ended_at) WHERE id = ? AND"
                                + " state = ?",
                        to,
                        seq,
                        moved ? Optional.of(tx.now()) : Optional.empty(),
                        ended ? Optional.of(tx.now()) : Optional.empty(),
                        removal.id(),
                        removal.state())
                == 1;
    }

    static Optional<Removal> find(Transaction tx, long id) throws SQLException {
        return tx.first("SELECT * FROM keep_removal WHERE id = ?", RemovalTable::removal, id);
    }

    /** Returns what stands in one of these states, oldest first. */
    static List<Removal> in(Transaction tx, RemovalState state) throws SQLException {
        return tx.list(
                "SELECT * FROM keep_removal WHERE state = ? ORDER BY id",
                RemovalTable::removal,
                state);
    }

    /** Returns what has waited in quarantine since before the moment. */
    static List<Removal> waitedSince(Transaction tx, Instant moment) throws SQLException {
        return tx.list(
                "SELECT * FROM keep_removal WHERE state = 'QUARANTINED' AND moved_at < ? ORDER BY"
                        + " id",
                RemovalTable::removal,
                moment);
    }

    /** Returns what waits in quarantine though its parcel is on hold. */
    static List<Removal> heldInQuarantine(Transaction tx) throws SQLException {
        return tx.list(
                "SELECT m.* FROM keep_removal m JOIN take t ON t.id = m.take_id JOIN shipment s ON"
                        + " s.id = t.shipment_id WHERE m.state = 'QUARANTINED' AND "
                        + Held.NOW
                        + " ORDER BY m.id",
                RemovalTable::removal);
    }

    static Optional<Removal> live(Transaction tx, String file) throws SQLException {
        return tx.first(
                "SELECT * FROM keep_removal WHERE file = ? AND state <> 'RETURNED'",
                RemovalTable::removal,
                file);
    }

    static Removal removal(Row row) throws SQLException {
        return new Removal(
                row.number("id"),
                Kind.valueOf(row.text("kind")),
                new TakeId(row.number("take_id")),
                row.text("file"),
                row.text("quarantine"),
                row.number("bytes"),
                row.hash("sha256"),
                RemovalState.valueOf(row.text("state")),
                row.text("why"),
                row.instant("asked_at"),
                row.maybeInstant("moved_at"),
                row.number("seq"));
    }
}
