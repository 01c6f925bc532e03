package packwitness.orders;

import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the lines of one file in portions. Each is a transaction of a few hundredths of a second,
 * so that a scan at the packing desk never waits longer for the writer; the mark of what is done
 * moves with it. For one thread.
 */
final class Taking {
    private static final int ROWS_AT_ONCE = 2000;
    private static final long PORTION_NANOS = 15_000_000;

    private final Vault vault;
    private final OrderStore store;
    private final Progress progress;
    private final long rows;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private ImportTable.Open mark;
    private long lastRow;
    private int gathered;
    private boolean stopped;

    Taking(Vault vault, OrderStore store, ImportTable.Open mark, long rows, Progress progress) {
        this.vault = vault;
        this.store = store;
        this.mark = mark;
        this.rows = rows;
        this.progress = progress;
    }

    /** Takes the next line; returns whether to go on. */
    boolean see(Line line) throws Failure {
        if (line.row() <= mark.rowsDone()) return true;
        // Batches end where they ended the first time, so that a mark behind one means the same.
        boolean next = !drafts.containsKey(line.orders().getFirst());
        if (gathered >= ROWS_AT_ONCE && next || gathered >= 10 * ROWS_AT_ONCE) {
            keep();
            if (stopped) return false;
        }
        for (String order : line.orders())
            drafts.computeIfAbsent(order, number -> new Draft(number, line.row())).add(line);
        lastRow = line.row();
        gathered++;
        return true;
    }

    /** Keeps what is left; returns whether all of the file is kept. */
    boolean finish() throws Failure {
        if (!stopped && !drafts.isEmpty()) keep();
        return !stopped;
    }

    private void keep() throws Failure {
        List<Draft> all = new ArrayList<>(drafts.values());
        int done = (int) Math.min(mark.ordersDone(), all.size());
        while (done < all.size()) {
            int from = done;
            try {
                done = vault.database().write(tx -> portion(tx, all, from));
            } catch (Failure e) {
                store.forgetTitles();
                throw e;
            }
            if (!progress.at(Math.min(lastRow, rows), rows)) {
                stopped = true;
                return;
            }
        }
        drafts.clear();
        gathered = 0;
    }

    private int portion(Transaction tx, List<Draft> all, int from) throws SQLException, Failure {
        long until = System.nanoTime() + PORTION_NANOS;
        int made = 0;
        int changed = 0;
        int at = from;
        do {
            switch (store.keep(tx, all.get(at++))) {
                case MADE -> made++;
                case CHANGED -> changed++;
                case NOTHING -> {}
            }
        } while (at < all.size() && System.nanoTime() < until);
        boolean whole = at == all.size();
        long rowsDone = whole ? lastRow : mark.rowsDone();
        long ordersDone = whole ? 0 : at;
        if (!ImportTable.advance(tx, mark, rowsDone, ordersDone, made, changed))
            throw new Failure(OrdersProblem.RUNS_ELSEWHERE, mark.id(), Sheet.name(mark.path()));
        mark =
                new ImportTable.Open(
                        mark.id(),
                        mark.path(),
                        mark.hash(),
                        mark.mapping(),
                        mark.state(),
                        rowsDone,
                        ordersDone,
                        mark.at());
        return at;
    }
}
