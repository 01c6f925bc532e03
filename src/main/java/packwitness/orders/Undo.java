package packwitness.orders;

import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Takes back what an import brought, in small portions, and leaves alone whatever has been said
 * since: by a later file, by the packing desk, or by a claim.
 */
final class Undo {
    private static final long PORTION_NANOS = 15_000_000;
    private static final int AT_ONCE = 50;
    private static final String COLUMNS = "buyer,note,paid,placed_at,shipped_at,status,platform";

    private final Vault vault;
    private final long id;
    private final Progress progress;
    private int removed;
    private int restored;
    private int left;
    private long done;
    private long all;

    Undo(Vault vault, long id, Progress progress) {
        this.vault = vault;
        this.id = id;
        this.progress = progress;
    }

    private record Change(
            long order, String what, Optional<String> before, Optional<String> after) {

        static Change of(Row row) throws SQLException {
            return new Change(
                    row.number("order_id"),
                    row.text("what"),
                    row.maybeText("before"),
                    row.maybeText("after"));
        }
    }

    /** Does all of it; cut short, it goes on where it stood when called again. */
    OrderImport.Undone run() throws Failure {
        // What there is to do is found by a reader: the writer, for which the packing desk waits,
        // must not search millions of orders for it.
        long[] ties =
                ids(
                        "SELECT DISTINCT order_id AS id FROM order_waybill WHERE import_id = ?1 AND"
                                + " order_id NOT IN (SELECT id FROM shop_order WHERE import_id = ?1"
                                + " AND last_import <> ?1)");
        long[] orders = ids("SELECT id FROM shop_order WHERE import_id = ?1");
        long[] refunds = ids("SELECT id FROM order_refund WHERE import_id = ?1");
        long[] named = ids("SELECT id FROM shop_order WHERE last_import = ?1 AND import_id <> ?1");
        all = ids("SELECT count(*) AS id FROM order_change WHERE import_id = ?1")[0];
        all += ties.length + orders.length + refunds.length + named.length;
        boolean whole =
                changes()
                        && each(ties, this::untie)
                        && each(orders, this::order)
                        && each(refunds, this::refund)
                        && each(named, this::forget);
        return new OrderImport.Undone(id, removed, restored, left, whole);
    }

    private long[] ids(String sql) throws Failure {
        return vault.database()
                .read(tx -> {
                    LongStream.Builder found = LongStream.builder();
                    tx.each(sql, row -> found.add(row.number("id")), id);
                    return found.build().toArray();
                });
    }

    /** What is done with one order or refund. */
    @FunctionalInterface
    private interface Step {
        void take(Transaction tx, long id) throws SQLException;
    }

    private boolean each(long[] ids, Step step) throws Failure {
        int at = 0;
        while (at < ids.length) {
            int from = at;
            at =
                    vault.database()
                            .write(tx -> {
                                long until = System.nanoTime() + PORTION_NANOS;
                                int next = from;
                                do step.take(tx, ids[next++]);
                                while (next < ids.length && System.nanoTime() < until);
                                return next;
                            });
            done += at - from;
            if (!progress.at(done, all)) return false;
        }
        return true;
    }

    private boolean changes() throws Failure {
        int some;
        do {
            some = vault.database().write(this::changes);
            done += some;
            if (some > 0 && !progress.at(done, all)) return false;
        } while (some > 0);
        return true;
    }

    private int changes(Transaction tx) throws SQLException {
        List<Change> some =
                tx.list(
                        "SELECT * FROM order_change WHERE import_id = ? LIMIT ?",
                        Change::of,
                        id,
                        AT_ONCE);
        for (Change change : some) {
            if (restore(tx, change)) restored++;
            else left++;
            tx.run(
                    "DELETE FROM order_change WHERE import_id = ? AND order_id = ? AND what = ?",
                    id,
                    change.order(),
                    change.what());
        }
        return some.size();
    }

    /** Restores what still is as this import left it. */
    private boolean restore(Transaction tx, Change change) throws SQLException {
        if (change.what().equals("items")) return items(tx, change);
        if (change.what().equals("refund")) return refund(tx, change);
        if (change.what().startsWith("waybill:")) return waybill(tx, change);
        if (!List.of(COLUMNS.split(",")).contains(change.what())) return false;
        // A number is kept as text here and as a number there; SQLite compares by the column.
        return tx.run(
                        "UPDATE shop_order SET "
                                + change.what()
                                + " = ? WHERE id = ? AND "
                                + change.what()
                                + " = ?",
                        change.before(),
                        change.order(),
                        change.after())
                > 0;
    }

    private static boolean items(Transaction tx, Change change) throws SQLException {
        String now = Kept.items(OrderTable.items(tx, change.order()));
        if (!now.equals(change.after().orElse(""))) return false;
        tx.run("DELETE FROM order_item WHERE order_id = ?", change.order());
        int line = 0;
        for (Order.Item item : Kept.items(change.before().orElse("")))
            tx.run(
                    "INSERT INTO order_item (order_id, line, title_id, variant, sku, quantity)"
                            + " SELECT ?, ?, id, ?, ?, ? FROM title WHERE text = ?",
                    change.order(),
                    ++line,
                    item.variant(),
                    item.sku(),
                    item.quantity(),
                    item.title());
        return true;
    }

    private static boolean refund(Transaction tx, Change change) throws SQLException {
        String[] before = Kept.row(change.before().orElse(""));
        String[] after = Kept.row(change.after().orElse(""));
        return tx.run(
                        "UPDATE order_refund SET state = ?, words = ?, amount = ?, carried = 0"
                                + " WHERE id = ? AND state = ? AND words = ?",
                        before[0],
                        before[1],
                        Kept.maybe(before[2]).map(Long::valueOf),
                        change.order(),
                        after[0],
                        after[1])
                > 0;
    }

    /** Gives the tie back to the earlier file, or cuts it where that one was undone too. */
    private boolean waybill(Transaction tx, Change change) throws SQLException {
        String waybill = change.what().substring("waybill:".length());
        long before = Long.parseLong(change.before().orElse("0"));
        boolean gone =
                tx.first(
                                "SELECT 1 AS yes FROM order_import WHERE id = ? AND state IN"
                                        + " ('UNDOING', 'UNDONE')",
                                row -> true,
                                before)
                        .isPresent();
        if (gone) return false;
        tx.run(
                "UPDATE order_waybill SET import_id = ? WHERE order_id = ? AND waybill = ? AND"
                        + " import_id = ?",
                before,
                change.order(),
                waybill,
                id);
        return true;
    }

    private void untie(Transaction tx, long order) throws SQLException {
        restored +=
                tx.run("DELETE FROM order_waybill WHERE order_id = ? AND import_id = ?", order, id);
    }

    private void order(Transaction tx, long order) throws SQLException {
        if (remove(tx, order)) removed++;
        else left++;
    }

    /** An order goes where no later file has named it and the desk has tied no parcel to it. */
    private boolean remove(Transaction tx, long order) throws SQLException {
        boolean needed =
                tx.first(
                                "SELECT 1 AS yes FROM shop_order o WHERE o.id = ?1 AND"
                                        + " (o.last_import <> ?2 OR EXISTS (SELECT 1 FROM"
                                        + " order_change c WHERE c.order_id = ?1 AND c.import_id <>"
                                        + " ?2) OR EXISTS (SELECT 1 FROM order_waybill w WHERE"
                                        + " w.order_id = ?1 AND w.import_id IS NOT ?2))",
                                row -> true,
                                order,
                                id)
                        .isPresent();
        if (needed) return false;
        tx.run("DELETE FROM order_item WHERE order_id = ?", order);
        tx.run("DELETE FROM order_waybill WHERE order_id = ?", order);
        tx.run("DELETE FROM shop_order WHERE id = ?", order);
        return true;
    }

    /** A refund that a claim stands on stays; so does one of which a later file has told more. */
    private void refund(Transaction tx, long refund) throws SQLException {
        removed +=
                tx.run(
                        "DELETE FROM order_refund WHERE id = ?1 AND claim_id IS NULL AND NOT EXISTS"
                                + " (SELECT 1 FROM order_change c WHERE c.order_id = ?1)",
                        refund);
    }

    /** An order of an earlier file was last named by that one again. */
    private void forget(Transaction tx, long order) throws SQLException {
        tx.run(
                "UPDATE shop_order SET last_import = import_id WHERE id = ? AND last_import = ?",
                order,
                id);
    }
}
