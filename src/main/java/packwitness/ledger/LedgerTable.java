package packwitness.ledger;

import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.Sha256;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of rows and their personal values. */
final class LedgerTable {
    private LedgerTable() {}

    /** The end of the chain as the transaction sees it. */
    record Last(long seq, Sha256 leaf) {
        static final Last NONE = new Last(-1, Sha256.ZERO);
    }

    static Last last(Transaction tx) throws SQLException {
        return tx.first(
                        "SELECT seq, leaf FROM ledger_row ORDER BY seq DESC LIMIT 1",
                        row -> new Last(row.number("seq"), row.hash("leaf")))
                .orElse(Last.NONE);
    }

    static void insert(Transaction tx, Entry entry, byte[] body) throws SQLException {
        tx.run(
                "INSERT INTO ledger_row (seq, leaf, kind, at, body, shipment_id, take_id, claim_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.seq(),
                entry.leaf(),
                entry.kind(),
                entry.at(),
                body,
                id(entry, "shipment"),
                id(entry, "take"),
                id(entry, "claim"));
    }

    /** Returns the id that the look-up column must hold. */
    static Optional<Long> id(Entry entry, String fact) {
        long id = Take.number(entry, fact);
        return id < 0 ? Optional.empty() : Optional.of(id);
    }

    static void insertSalt(Transaction tx, Salted salted) throws SQLException {
        tx.run(
                "INSERT INTO ledger_salt (seq, name, salt, value) VALUES (?, ?, ?, ?)",
                salted.seq(),
                salted.name(),
                salted.salt(),
                salted.value());
    }

    static List<Salted> salts(Transaction tx, long seq) throws SQLException {
        return tx.list(
                "SELECT seq, name, salt, value FROM ledger_salt WHERE seq = ? ORDER BY name",
                row ->
                        new Salted(
                                row.number("seq"),
                                row.text("name"),
                                row.text("salt"),
                                row.text("value")),
                seq);
    }

    /** Returns how many were there. */
    static int deleteSalt(Transaction tx, Salted salted) throws SQLException {
        return tx.run(
                "DELETE FROM ledger_salt WHERE seq = ? AND name = ?", salted.seq(), salted.name());
    }

    static List<Entry> ofShipment(Transaction tx, long shipment) throws SQLException {
        return tx.list(
                "SELECT body FROM ledger_row WHERE shipment_id = ?1 OR take_id IN (SELECT take_id"
                    + " FROM ledger_row WHERE shipment_id = ?1 AND take_id IS NOT NULL) ORDER BY"
                    + " seq",
                LedgerTable::entry,
                shipment);
    }

    static List<Entry> ofTake(Transaction tx, long take, EntryKind kind) throws SQLException {
        return tx.list(
                "SELECT body FROM ledger_row WHERE take_id = ? AND kind = ? ORDER BY seq",
                LedgerTable::entry,
                take,
                kind);
    }

    static List<Entry> ofClaim(Transaction tx, long claim) throws SQLException {
        return tx.list(
                "SELECT body FROM ledger_row WHERE claim_id = ? ORDER BY seq",
                LedgerTable::entry,
                claim);
    }

    static Optional<Entry> at(Transaction tx, long seq) throws SQLException {
        return tx.first("SELECT body FROM ledger_row WHERE seq = ?", LedgerTable::entry, seq);
    }

    static Optional<Entry> lastArmBefore(Transaction tx, long seq) throws SQLException {
        return tx.first(
                "SELECT body FROM ledger_row WHERE kind = 'ARM' AND seq < ? ORDER BY seq DESC LIMIT"
                        + " 1",
                LedgerTable::entry,
                seq);
    }

    /** Returns the GENESIS row and all KEY rows. */
    static List<Entry> keys(Transaction tx) throws SQLException {
        return tx.list(
                "SELECT body FROM ledger_row WHERE kind IN ('GENESIS', 'KEY') ORDER BY seq",
                LedgerTable::entry);
    }

    static Entry entry(Row row) throws SQLException {
        return RowText.read(row.bytes("body"))
                .orElseThrow(() -> new SQLException("a ledger row is damaged; verify the vault"));
    }
}
