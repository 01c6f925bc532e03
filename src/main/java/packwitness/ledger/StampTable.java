package packwitness.ledger;

import packwitness.storage.Row;
import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of stamps and of what authorities said instead. */
final class StampTable {
    private static final String ALL =
            "SELECT size, authority, kind, request, response, gen_time, seq FROM ledger_stamp";

    private StampTable() {}

    static boolean has(Transaction tx, long size) throws SQLException {
        return tx.first("SELECT 1 FROM ledger_stamp WHERE size = ?", row -> true, size)
                .orElse(false);
    }

    static void insert(Transaction tx, Stamp stamp) throws SQLException {
        tx.run(
                "INSERT INTO ledger_stamp (size, authority, kind, request, response, gen_time, seq)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                stamp.size(),
                stamp.authority(),
                stamp.kind(),
                stamp.request(),
                stamp.response(),
                stamp.genTime(),
                stamp.seq());
    }

    static List<Stamp> ofSize(Transaction tx, long size) throws SQLException {
        return tx.list(ALL + " WHERE size = ? ORDER BY seq", StampTable::read, size);
    }

    /** Returns the stamp whose row is the last before this one. */
    static Optional<Stamp> before(Transaction tx, long seq) throws SQLException {
        return tx.first(ALL + " WHERE seq < ? ORDER BY seq DESC LIMIT 1", StampTable::read, seq);
    }

    /** Returns the earliest stamp of a checkpoint that covers the row. */
    static Optional<Stamp> covering(Transaction tx, long seq) throws SQLException {
        return tx.first(
                ALL + " WHERE size > ? ORDER BY size, gen_time LIMIT 1", StampTable::read, seq);
    }

    static Optional<Stamp> newest(Transaction tx) throws SQLException {
        return tx.first(ALL + " ORDER BY size DESC, seq DESC LIMIT 1", StampTable::read);
    }

    static void trouble(Transaction tx, String authority, String problem) throws SQLException {
        tx.run(
                "INSERT INTO ledger_trouble (authority, at, problem) VALUES (?, ?, ?) ON CONFLICT"
                        + " (authority) DO UPDATE SET at = excluded.at, problem = excluded.problem",
                authority,
                tx.now(),
                problem);
    }

    static void noTrouble(Transaction tx) throws SQLException {
        tx.run("DELETE FROM ledger_trouble");
    }

    static Optional<String> lastTrouble(Transaction tx) throws SQLException {
        return tx.first(
                "SELECT problem FROM ledger_trouble ORDER BY at DESC LIMIT 1",
                row -> row.text("problem"));
    }

    private static Stamp read(Row row) throws SQLException {
        return new Stamp(
                row.number("size"),
                row.text("authority"),
                AuthorityKind.valueOf(row.text("kind")),
                row.bytes("request"),
                row.bytes("response"),
                Instant.ofEpochMilli(row.number("gen_time")),
                row.number("seq"));
    }
}
