package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which parcels stand on which page, at one generation of the pages; by rising number.
 *
 * @param fronts pages of this generation that were read
 */
record Ranges(
        long generation,
        int[] numbers,
        long[] firsts,
        long[] lasts,
        long[] froms,
        long[] tos,
        BitSet sieved,
        Fronts fronts) {
    static final int PAGES_OF_SEGMENT = 64;

    /** Reads them, and keeps of those known before the pages that are as they were. */
    static Ranges read(Transaction tx, long generation, Optional<Ranges> before)
            throws SQLException {
        int pages =
                tx.first("SELECT count(*) AS n FROM find_range", row -> (int) row.number("n"))
                        .orElse(0);
        int[] numbers = new int[pages];
        long[] firsts = new long[pages];
        long[] lasts = new long[pages];
        long[] froms = new long[pages];
        long[] tos = new long[pages];
        BitSet changed = new BitSet();
        long known = before.map(Ranges::generation).orElse(0L);
        int[] at = {0};
        tx.each(
                "SELECT * FROM find_range ORDER BY number LIMIT ?",
                row -> {
                    numbers[at[0]] = (int) row.number("number");
                    firsts[at[0]] = row.number("first_id");
                    lasts[at[0]] = row.number("last_id");
                    froms[at[0]] = row.number("from_at");
                    tos[at[0]] = row.number("to_at");
                    if (row.number("generation") > known) changed.set(numbers[at[0]]);
                    at[0]++;
                },
                pages);
        BitSet sieved = new BitSet();
        tx.each("SELECT number FROM find_segment", row -> sieved.set((int) row.number("number")));
        Fronts fronts = new Fronts();
        // A transaction that began earlier may be read in later.
        before.filter(old -> old.generation() < generation)
                .ifPresent(old -> fronts.keep(old.fronts(), number -> !changed.get(number)));
        return new Ranges(generation, numbers, firsts, lasts, froms, tos, sieved, fronts);
    }

    int pages() {
        return numbers.length;
    }

    /** Returns the page that holds the parcel or would hold it, or -1 where it comes after all. */
    int pageOf(long id) {
        int at = Arrays.binarySearch(lasts, id);
        if (at >= 0) return at;
        int next = -at - 1;
        return next < lasts.length ? next : -1;
    }

    /** Returns the places of the pages of these parcels. */
    BitSet pagesOf(Iterable<Long> ids) {
        BitSet pages = new BitSet(pages());
        for (long id : ids) {
            int page = pageOf(id);
            if (page >= 0) pages.set(page);
        }
        return pages;
    }
}
