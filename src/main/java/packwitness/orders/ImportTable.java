package packwitness.orders;

import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.Sha256;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of imports and mappings. */
final class ImportTable {
    private ImportTable() {}

    /** An import that is under way. */
    record Open(
            long id,
            Path path,
            Sha256 hash,
            Mapping mapping,
            ImportRecord.State state,
            long rowsDone,
            long ordersDone,
            Instant at) {

        static Open of(Row row) throws SQLException {
            return new Open(
                    row.number("id"),
                    Path.of(row.text("path")),
                    row.hash("sha256"),
                    Mapping.read(row.text("mapping")),
                    ImportRecord.State.valueOf(row.text("state")),
                    row.number("rows_done"),
                    row.number("orders_done"),
                    row.instant("at"));
        }
    }

    static Optional<Open> open(Transaction tx, long id) throws SQLException {
        return tx.first("SELECT * FROM order_import WHERE id = ?", Open::of, id);
    }

    /** Returns the import of a file with these bytes and this mapping that was not undone. */
    static Optional<Open> same(Transaction tx, Sha256 hash, Mapping mapping) throws SQLException {
        return tx.first(
                "SELECT * FROM order_import WHERE sha256 = ? AND mapping = ? AND state IN"
                        + " ('RUNNING', 'DONE') AND path <> '' ORDER BY id DESC LIMIT 1",
                Open::of,
                hash,
                mapping.text());
    }

    static List<Open> interrupted(Transaction tx) throws SQLException {
        return tx.list(
                "SELECT * FROM order_import WHERE state IN ('RUNNING', 'UNDOING') ORDER BY id",
                Open::of);
    }

    static Open begin(Transaction tx, Checked checked, Sha256 hash, Mapping mapping)
            throws SQLException {
        long id = tx.nextId();
        Path path = checked.file().toAbsolutePath().normalize();
        tx.run(
                "INSERT INTO order_import (id, file, path, sha256, platform, kind, mapping, state,"
                        + " orders, without_waybill, row_count, at) VALUES"
                        + " (?,?,?,?,?,?,?,'RUNNING',?,?,?,?)",
                id,
                String.valueOf(path.getFileName()),
                path,
                hash,
                checked.columns().platform(),
                checked.columns().kind(),
                mapping.text(),
                checked.orders(),
                checked.withoutWaybill(),
                checked.rows(),
                tx.now());
        return open(tx, id).orElseThrow();
    }

    /** Moves the mark of what is done; returns whether nobody else had moved it. */
    static boolean advance(
            Transaction tx, Open from, long rowsDone, long ordersDone, int made, int changed)
            throws SQLException {
        return tx.run(
                        "UPDATE order_import SET rows_done = ?, orders_done = ?, made = made + ?,"
                                + " changed = changed + ? WHERE id = ? AND state = 'RUNNING' AND"
                                + " rows_done = ? AND orders_done = ?",
                        rowsDone,
                        ordersDone,
                        made,
                        changed,
                        from.id(),
                        from.rowsDone(),
                        from.ordersDone())
                == 1;
    }

    static void state(Transaction tx, long id, ImportRecord.State state) throws SQLException {
        tx.run("UPDATE order_import SET state = ? WHERE id = ?", state, id);
    }

    static Optional<ImportRecord> record(Transaction tx, long id) throws SQLException {
        return tx.first("SELECT * FROM order_import WHERE id = ?", ImportTable::record, id);
    }

    static List<ImportRecord> newest(Transaction tx, int most) throws SQLException {
        return tx.list(
                "SELECT * FROM order_import ORDER BY id DESC LIMIT ?", ImportTable::record, most);
    }

    private static ImportRecord record(Row row) throws SQLException {
        return new ImportRecord(
                row.number("id"),
                row.text("file"),
                row.text("platform"),
                FileKind.valueOf(row.text("kind")),
                ImportRecord.State.valueOf(row.text("state")),
                row.number("row_count"),
                row.number("rows_done"),
                (int) row.number("orders"),
                (int) row.number("made"),
                (int) row.number("changed"),
                (int) row.number("without_waybill"),
                row.instant("at"));
    }

    static Mapping mapping(Transaction tx, List<String> headings) throws SQLException {
        return tx.first(
                        "SELECT mapping FROM import_mapping WHERE headings = ?",
                        row -> Mapping.read(row.text("mapping")),
                        Columns.fingerprint(headings))
                .orElse(Mapping.NONE);
    }

    /** Returns all mappings by the fingerprint of their headings; they are few. */
    static Map<String, Mapping> mappings(Transaction tx) throws SQLException {
        Map<String, Mapping> all = new HashMap<>();
        tx.each(
                "SELECT headings, mapping FROM import_mapping",
                row -> all.put(row.text("headings"), Mapping.read(row.text("mapping"))));
        return all;
    }

    static void keep(Transaction tx, List<String> headings, Mapping mapping) throws SQLException {
        tx.run(
                "INSERT INTO import_mapping (headings, mapping, at) VALUES (?,?,?) ON CONFLICT DO"
                        + " UPDATE SET mapping = excluded.mapping, at = excluded.at",
                Columns.fingerprint(headings),
                mapping.text(),
                tx.now());
    }
}
