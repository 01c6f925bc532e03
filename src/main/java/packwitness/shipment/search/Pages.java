package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts parcels on their pages, the oldest first, and makes the sieves of full segments. Each call
 * is one short transaction; a program that dies in between leaves the rest due.
 */
final class Pages {
    /** Parcels a page. */
    static final int FULL = 256;

    private static final int MOST_CHANGED = 8;

    private Pages() {}

    /**
     * Puts some of the parcels that are due on their pages.
     *
     * @return whether more are due
     */
    static boolean settle(Transaction tx, int most) throws SQLException {
        List<Long> due =
                tx.list(
                        "SELECT shipment_id FROM find_due ORDER BY shipment_id LIMIT ?",
                        row -> row.number("shipment_id"),
                        most + 1);
        boolean more = due.size() > most;
        if (due.isEmpty()) return false;
        Set<Integer> changed = new HashSet<>();
        Map<Integer, Set<Long>> byPage = new LinkedHashMap<>();
        for (long id : more ? due.subList(0, most) : due)
            byPage.computeIfAbsent(pageFor(tx, id), page -> new TreeSet<>()).add(id);
        for (Map.Entry<Integer, Set<Long>> page : byPage.entrySet())
            rewrite(tx, page.getKey(), page.getValue(), changed);
        for (int segment :
                changed.stream().map(n -> n / Ranges.PAGES_OF_SEGMENT).distinct().toList())
            sieve(tx, segment, changed);
        tx.run(
                "DELETE FROM find_due WHERE shipment_id <= ?",
                more ? due.get(most - 1) : due.getLast());
        tx.run("UPDATE find_state SET generation = generation + 1");
        tx.run(
                "UPDATE find_range SET generation = (SELECT generation FROM find_state) WHERE"
                        + " number IN (SELECT value FROM json_each(?))",
                changed.toString());
        return more;
    }

    /**
     * Returns the page of a parcel, the last one for those that come after all, 0 where none is.
     */
    private static int pageFor(Transaction tx, long id) throws SQLException {
        Optional<Integer> page =
                tx.first(
                        "SELECT number FROM find_range WHERE last_id >= ? ORDER BY last_id LIMIT 1",
                        row -> (int) row.number("number"),
                        id);
        if (page.isPresent()) return page.get();
        return tx.first("SELECT max(number) AS n FROM find_range", row -> (int) row.number("n"))
                .orElse(0);
    }

    private static void rewrite(Transaction tx, int number, Set<Long> ids, Set<Integer> changed)
            throws SQLException {
        Optional<Page> old = front(tx, number);
        Set<Long> all = new TreeSet<>(ids);
        if (old.isPresent()) {
            Page page = old.get();
            List<Long> titles = new ArrayList<>();
            for (int row = 0; row < page.size(); row++) {
                all.add(page.id(row));
                if (ids.contains(page.id(row)) && !page.titles(row).isEmpty())
                    titles.add(page.id(row));
            }
            for (int row = 0; row < page.size(); row++)
                if (ids.contains(page.id(row)))
                    for (int title : page.titles(row))
                        tx.run(
                                "DELETE FROM find_title WHERE title_id = ? AND shipment_id = ?",
                                title,
                                page.id(row));
        }
        List<Card> cards = Cards.of(tx, all);
        addTitles(tx, cards, ids);
        boolean last =
                tx.first("SELECT max(number) AS n FROM find_range", row -> (int) row.number("n"))
                                .orElse(0)
                        <= number;
        int page = number;
        int from = 0;
        do {
            // A page in the middle takes what is missing in it, however much; the last one divides.
            int to = last ? Math.min(cards.size(), from + FULL) : cards.size();
            write(tx, page, cards.subList(from, to));
            changed.add(page);
            from = to;
            page++;
        } while (from < cards.size());
    }

    private static void addTitles(Transaction tx, List<Card> cards, Collection<Long> ids)
            throws SQLException {
        StringBuilder pairs = new StringBuilder("[");
        for (Card card : cards) {
            if (!ids.contains(card.id())) continue;
            for (int title : card.titles()) {
                if (pairs.length() > 1) pairs.append(',');
                pairs.append('[').append(title).append(',').append(card.id()).append(']');
            }
        }
        if (pairs.length() == 1) return;
        tx.run(
                "INSERT OR IGNORE INTO find_title SELECT value ->> 0, value ->> 1 FROM json_each(?)"
                        + " ORDER BY 1, 2",
                pairs.append(']').toString());
    }

    private static void write(Transaction tx, int number, List<Card> cards) throws SQLException {
        if (cards.isEmpty()) {
            // Its place stays, so that the pages behind it keep their numbers.
            Page.Parts none = Page.write(List.of());
            tx.run(
                    "UPDATE find_page SET front = ?, texts = ?, back = ? WHERE number = ?",
                    none.front(),
                    none.texts(),
                    none.back(),
                    number);
            tx.run(
                    "UPDATE find_range SET parcels = 0, from_at = 0, to_at = 0 WHERE number = ?",
                    number);
            return;
        }
        Page.Parts parts = Page.write(cards);
        tx.run(
                "INSERT INTO find_page (number, front, texts, back) VALUES (?,?,?,?) ON CONFLICT"
                        + " (number) DO UPDATE SET front = excluded.front, texts = excluded.texts,"
                        + " back = excluded.back",
                number,
                parts.front(),
                parts.texts(),
                parts.back());
        tx.run(
                "INSERT INTO find_range (number, first_id, last_id, from_at, to_at, parcels) VALUES"
                        + " (?,?,?,?,?,?) ON CONFLICT (number) DO UPDATE SET first_id ="
                        + " excluded.first_id, last_id = max(last_id, excluded.last_id), from_at ="
                        + " excluded.from_at, to_at = excluded.to_at, parcels = excluded.parcels",
                number,
                cards.getFirst().id(),
                cards.getLast().id(),
                cards.stream().mapToLong(Card::scanned).min().orElse(0),
                cards.stream().mapToLong(Card::scanned).max().orElse(0),
                cards.size());
    }

    private static void sieve(Transaction tx, int segment, Set<Integer> changed)
            throws SQLException {
        int first = segment * Ranges.PAGES_OF_SEGMENT;
        boolean sieved =
                tx.first("SELECT 1 AS one FROM find_segment WHERE number = ?", row -> 1, segment)
                        .isPresent();
        boolean complete =
                tx.first(
                                "SELECT 1 AS one FROM find_range WHERE number = ? OR number = ? AND"
                                        + " parcels >= ?",
                                row -> 1,
                                first + Ranges.PAGES_OF_SEGMENT,
                                first + Ranges.PAGES_OF_SEGMENT - 1,
                                FULL)
                        .isPresent();
        if (!sieved && !complete) return;
        List<Integer> pages =
                changed.stream().filter(n -> n / Ranges.PAGES_OF_SEGMENT == segment).toList();
        if (!sieved || pages.size() > MOST_CHANGED) {
            pages = new ArrayList<>();
            for (int i = 0; i < Ranges.PAGES_OF_SEGMENT; i++) pages.add(first + i);
            tx.run("DELETE FROM find_sieve WHERE segment = ?", segment);
        }
        mark(tx, segment, pages);
        tx.run("INSERT OR IGNORE INTO find_segment VALUES (?)", segment);
    }

    private static void mark(Transaction tx, int segment, List<Integer> pages) throws SQLException {
        long[] marks = new long[Grams.BUCKETS];
        for (int number : pages) {
            Optional<Page> page = whole(tx, number);
            if (page.isEmpty()) continue;
            BitSet buckets = new BitSet(Grams.BUCKETS);
            for (int row = 0; row < page.get().size(); row++) {
                for (String code : page.get().codes(row).split("\u001f"))
                    Grams.ofCode(code, buckets);
                for (String text : page.get().texts(row).split("\u001f"))
                    Grams.ofText(text, buckets);
            }
            long bit = 1L << number % Ranges.PAGES_OF_SEGMENT;
            buckets.stream().forEach(bucket -> marks[bucket] |= bit);
        }
        StringBuilder rows = new StringBuilder(1 << 19).append('[');
        for (int bucket = 0; bucket < marks.length; bucket++) {
            if (marks[bucket] == 0) continue;
            if (rows.length() > 1) rows.append(',');
            rows.append('[').append(bucket).append(',').append(marks[bucket]).append(']');
        }
        tx.run(
                "INSERT INTO find_sieve SELECT ?, value ->> 0, value ->> 1 FROM json_each(?) WHERE"
                        + " true ON CONFLICT (segment, bucket) DO UPDATE SET pages = pages |"
                        + " excluded.pages",
                segment,
                rows.append(']').toString());
    }

    /** Returns the page with its front part alone. */
    static Optional<Page> front(Transaction tx, int number) throws SQLException {
        return tx.first(
                "SELECT front FROM find_page WHERE number = ?",
                row -> Page.read(row.bytes("front")),
                number);
    }

    /** Returns the page with its front part and texts, read at one moment. */
    static Optional<Page> texts(Transaction tx, int number) throws SQLException {
        return tx.first(
                "SELECT front, texts FROM find_page WHERE number = ?",
                row -> Page.read(row.bytes("front"), row.bytes("texts")),
                number);
    }

    /** Returns the page with all parts, read at one moment. */
    static Optional<Page> whole(Transaction tx, int number) throws SQLException {
        return tx.first(
                "SELECT front, texts, back FROM find_page WHERE number = ?",
                row -> Page.read(row.bytes("front"), row.bytes("texts"), row.bytes("back")),
                number);
    }
}
