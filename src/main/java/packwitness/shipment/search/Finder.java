package packwitness.shipment.search;

import packwitness.storage.Cancellation;
import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds parcels; safe for any thread. It keeps the titles of goods in memory and asks the index for
 * all else.
 */
public final class Finder {
    /** So many parcels may be due before a question has them put on their pages. */
    private static final int DUE = 64;

    /** So many are put there in one transaction, for scans wait meanwhile. */
    private static final int AT_ONCE = 512;

    private final Database database;
    private final Titles titles = new Titles();
    private final AtomicReference<Ranges> ranges = new AtomicReference<>();
    private final AtomicBoolean settling = new AtomicBoolean();

    public Finder(Database database) {
        this.database = database;
    }

    /**
     * Returns one page of ids of the parcels that fit, the newest first within each part of the
     * answer; a page may hold fewer than asked while more follow.
     *
     * @param after where the page before ended; empty for the first
     */
    public IdPage page(
            String text,
            Filters filters,
            int limit,
            Optional<PageKey> after,
            Cancellation cancellation)
            throws Failure {
        return database.read(tx -> page(tx, text, filters, limit, after), cancellation);
    }

    /** Answers inside a transaction that the caller reads in. */
    public IdPage page(
            Transaction tx, String text, Filters filters, int limit, Optional<PageKey> after)
            throws SQLException {
        Asked asked = Asked.of(text);
        if (asked.readings().isEmpty() && filters.letAllPass())
            return newest(tx, limit, after.map(PageKey::before).orElse(Long.MAX_VALUE));
        titles.refresh(tx);
        Hunt hunt = new Hunt(tx, filters, titles, this::ranges);
        IdPage page = answer(hunt, asked, limit, after);
        if (hunt.due() > DUE) settleLater();
        return page;
    }

    /** Puts all parcels on their pages, in short transactions between which scans go on. */
    public void settle() throws Failure {
        while (database.write(tx -> Pages.settle(tx, AT_ONCE))) Thread.onSpinWait();
    }

    /** Does the same without letting anybody wait. */
    public void settleLater() {
        if (!settling.compareAndSet(false, true)) return;
        settleOn();
    }

    private void settleOn() {
        database.writeLater(tx -> {
            boolean more = false;
            try {
                more = Pages.settle(tx, AT_ONCE);
            } finally {
                if (!more) settling.set(false);
            }
            if (more) settleOn();
            return more;
        });
    }

    private static IdPage answer(Hunt hunt, Asked asked, int limit, Optional<PageKey> after)
            throws SQLException {
        if (asked.readings().isEmpty())
            return hunt.anywhere(
                    0,
                    new Asked.Reading(List.of(), false),
                    limit,
                    after.map(PageKey::before).orElse(Long.MAX_VALUE));
        int first = after.map(PageKey::reading).orElse(0);
        for (int i = first; i < asked.readings().size(); i++) {
            Asked.Reading reading = asked.readings().get(i);
            if (after.isEmpty() || after.get().part() == PageKey.Part.TAIL) {
                IdPage tail =
                        hunt.tail(
                                i,
                                reading,
                                limit,
                                after.map(PageKey::before).orElse(Long.MAX_VALUE));
                if (!tail.ids().isEmpty() || after.isPresent()) return tail;
            }
            IdPage all =
                    hunt.anywhere(
                            i, reading, limit, after.map(PageKey::before).orElse(Long.MAX_VALUE));
            if (!all.ids().isEmpty() || after.isPresent()) return all;
        }
        return new IdPage(List.of(), Optional.empty());
    }

    private static IdPage newest(Transaction tx, int limit, long before) throws SQLException {
        List<Long> ids =
                tx.list(
                        "SELECT id FROM shipment WHERE id < ? ORDER BY id DESC LIMIT ?",
                        row -> row.number("id"),
                        before,
                        limit + 1);
        return IdPage.cut(ids, limit, 0, PageKey.Part.ANYWHERE);
    }

    private Ranges ranges(Transaction tx) throws SQLException {
        long generation =
                tx.first("SELECT generation FROM find_state", row -> row.number("generation"))
                        .orElse(0L);
        Ranges known = ranges.get();
        if (known != null && known.generation() == generation) return known;
        Ranges read = Ranges.read(tx, generation, Optional.ofNullable(known));
        ranges.set(read);
        return read;
    }
}
