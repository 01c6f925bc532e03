package packwitness.keep;

import packwitness.storage.Row;
import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of the notes about runs. */
final class NoteTable {
    private NoteTable() {}

    static boolean insert(Transaction tx, RunNote note) throws SQLException {
        RetentionResult did = note.result();
        return tx.run(
                        "INSERT INTO keep_note (id, door, began_at, ended_at, quarantined,"
                            + " quarantined_bytes, deleted, deleted_bytes, brought_back, parcels,"
                            + " persons, held, not_as_indexed, troubles, cancelled, problem) VALUES"
                            + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                        tx.nextId(),
                        note.door(),
                        note.beganAt(),
                        note.endedAt(),
                        did.quarantined(),
                        did.quarantinedBytes(),
                        did.deleted(),
                        did.deletedBytes(),
                        did.broughtBack(),
                        did.rows(),
                        did.persons(),
                        did.held(),
                        did.notAsIndexed(),
                        did.troubles(),
                        did.cancelled(),
                        note.problem())
                == 1;
    }

    static List<RunNote> newest(Transaction tx, int limit) throws SQLException {
        return tx.list("SELECT * FROM keep_note ORDER BY id DESC LIMIT ?", NoteTable::note, limit);
    }

    /** Returns when a run through this door was last begun and not ended by hand. */
    static Optional<Instant> lastWhole(Transaction tx, String door) throws SQLException {
        return tx.first(
                "SELECT began_at FROM keep_note WHERE door = ? AND cancelled = 0 ORDER BY id DESC"
                        + " LIMIT 1",
                row -> row.instant("began_at"),
                door);
    }

    private static RunNote note(Row row) throws SQLException {
        return new RunNote(
                row.text("door"),
                row.instant("began_at"),
                row.instant("ended_at"),
                new RetentionResult(
                        (int) row.number("quarantined"),
                        row.number("quarantined_bytes"),
                        (int) row.number("deleted"),
                        row.number("deleted_bytes"),
                        (int) row.number("brought_back"),
                        (int) row.number("parcels"),
                        (int) row.number("persons"),
                        (int) row.number("held"),
                        (int) row.number("not_as_indexed"),
                        (int) row.number("troubles"),
                        row.flag("cancelled")),
                row.maybeText("problem"));
    }
}
