package packwitness.ledger;

import packwitness.ledger.tree.MerkleTree;
import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.sql.SQLException;
import java.util.List;

/**
 * The tree over the rows of the database, kept in memory and caught up before each answer. Safe for
 * any thread.
 */
final class Leaves {
    private final Database database;
    private MerkleTree tree = new MerkleTree();

    Leaves(Database database) {
        this.database = database;
    }

    /** Returns the number of rows that are committed now. */
    synchronized long catchUp() throws Failure {
        return database.read(this::catchUp);
    }

    synchronized Sha256 root(long size) throws Failure {
        if (size > tree.size()) catchUp();
        return Sha256.ofBytes(tree.root(size));
    }

    synchronized List<Sha256> inclusion(long seq, long size) throws Failure {
        if (size > tree.size()) catchUp();
        return tree.inclusion(seq, size).stream().map(Sha256::ofBytes).toList();
    }

    synchronized List<Sha256> consistency(long earlier, long later) throws Failure {
        if (later > tree.size()) catchUp();
        return tree.consistency(earlier, later).stream().map(Sha256::ofBytes).toList();
    }

    private long catchUp(Transaction tx) throws SQLException, Failure {
        long known = tree.size();
        if (known > 0 && !stillThere(tx, known - 1)) {
            // The file was exchanged under us (a restored copy): what is in memory says nothing.
            tree = new MerkleTree();
        }
        MerkleTree growing = tree;
        // One statement sees one state. Asking for the end by a second one would call a ledger
        // broken to which another program has appended in between.
        long[] broken = {-1};
        tx.each(
                "SELECT seq, leaf FROM ledger_row WHERE seq >= ? ORDER BY seq",
                row -> {
                    if (row.number("seq") == growing.size())
                        growing.append(row.hash("leaf").bytes());
                    else broken[0] = growing.size();
                },
                growing.size());
        if (broken[0] >= 0) throw new Failure(LedgerProblem.LEDGER_BROKEN, broken[0]);
        return tree.size();
    }

    private boolean stillThere(Transaction tx, long seq) throws SQLException {
        String leaf = Sha256.ofBytes(tree.leaf(seq)).hex();
        return tx.first(
                        "SELECT 1 FROM ledger_row WHERE seq = ? AND leaf = ?",
                        row -> true,
                        seq,
                        leaf)
                .orElse(false);
    }
}
