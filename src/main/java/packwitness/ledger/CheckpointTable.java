package packwitness.ledger;

import packwitness.storage.Row;
import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of checkpoints and of those that left the house. */
final class CheckpointTable {
    private static final String ALL =
            "SELECT size, origin, root, at, signature, key FROM ledger_checkpoint";

    private CheckpointTable() {}

    /** Keeps a checkpoint unless another program was faster with one of the same size. */
    static void insert(Transaction tx, Checkpoint checkpoint) throws SQLException {
        tx.run(
                "INSERT INTO ledger_checkpoint (size, origin, root, at, signature, key)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                checkpoint.size(),
                checkpoint.origin(),
                checkpoint.root(),
                checkpoint.at(),
                checkpoint.signature(),
                checkpoint.key());
    }

    static Optional<Checkpoint> newest(Transaction tx) throws SQLException {
        return tx.first(ALL + " ORDER BY size DESC LIMIT 1", CheckpointTable::read);
    }

    static List<Checkpoint> newest(Transaction tx, int most) throws SQLException {
        return tx.list(ALL + " ORDER BY size DESC LIMIT ?", CheckpointTable::read, most);
    }

    static Optional<Checkpoint> ofSize(Transaction tx, long size) throws SQLException {
        return tx.first(ALL + " WHERE size = ?", CheckpointTable::read, size);
    }

    static List<Checkpoint> handed(Transaction tx) throws SQLException {
        return tx.list(
                ALL + " WHERE size IN (SELECT size FROM ledger_handed) ORDER BY size",
                CheckpointTable::read);
    }

    static void hand(Transaction tx, Checkpoint checkpoint) throws SQLException {
        tx.run(
                "INSERT INTO ledger_handed (size) VALUES (?) ON CONFLICT DO NOTHING",
                checkpoint.size());
    }

    private static Checkpoint read(Row row) throws SQLException {
        return new Checkpoint(
                row.text("origin"),
                row.number("size"),
                row.hash("root"),
                Instant.ofEpochMilli(row.number("at")),
                row.bytes("signature"),
                row.hash("key"));
    }
}
