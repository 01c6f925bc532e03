package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Pages without numbers and times that were read lately, at one generation of the pages: what is
 * typed grows by a letter and asks the same pages again. Safe for any thread.
 */
final class Fronts {
    private static final long MOST_BYTES = 48_000_000;

    private final Map<Integer, Page> known = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** Returns a page, with its texts where they are asked for. */
    Optional<Page> of(Transaction tx, int number, boolean texts) throws SQLException {
        synchronized (this) {
            Page page = known.get(number);
            if (page != null && (page.hasTexts() || !texts)) return Optional.of(page);
        }
        Optional<Page> read = texts ? Pages.texts(tx, number) : Pages.front(tx, number);
        read.ifPresent(page -> keep(number, page));
        return read;
    }

    /** Takes over the pages of an older generation that are as they were. */
    void keep(Fronts old, IntPredicate same) {
        Map<Integer, Page> pages;
        synchronized (old) {
            pages = new LinkedHashMap<>(old.known);
        }
        pages.forEach((number, page) -> {
            if (same.test(number)) keep(number, page);
        });
    }

    private synchronized void keep(int number, Page page) {
        Page before = known.put(number, page);
        bytes += page.bytes() - (before == null ? 0 : before.bytes());
        // What was used longest ago stands first.
        Iterator<Page> all = known.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= all.next().bytes();
            all.remove();
        }
    }
}
