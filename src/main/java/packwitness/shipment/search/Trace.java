package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a word may be met on some pages, before any of them is read. */
final class Trace {
    /** So many parcels stand close enough to each other to be met on the way. */
    private static final int MOST_PARCELS = 4000;

    static final String PARCELS =
            " FROM (SELECT shipment_id FROM find_title WHERE title_id IN (SELECT value FROM"
                    + " json_each(?)) AND shipment_id BETWEEN ? AND ? LIMIT ?)";

    private final Ranges ranges;
    private final Span span;
    private final Word word;

    /** The pages with a text or number that may hold the word. */
    private final BitSet texts;

    /** The parcels with a title that holds it, by rising id; empty where they are many. */
    private final Optional<long[]> parcels;

    private Trace(Ranges ranges, Span span, Word word, BitSet texts, Optional<long[]> parcels) {
        this.ranges = ranges;
        this.span = span;
        this.word = word;
        this.texts = texts;
        this.parcels = parcels;
    }

    static Trace of(Transaction tx, Ranges ranges, Span span, Word word) throws SQLException {
        return new Trace(
                ranges,
                span,
                word,
                Sieves.pages(tx, ranges, span, Grams.wanted(word)),
                parcels(tx, ranges, span, word.titles()));
    }

    /** Returns the pages that may hold a parcel with the word. */
    BitSet pages() {
        BitSet pages = new BitSet(ranges.pages());
        if (parcels.isEmpty()) {
            pages.set(span.from(), span.to());
            return pages;
        }
        pages.or(texts);
        for (long id : parcels.get()) {
            int page = ranges.pageOf(id);
            if (page >= 0) pages.set(page);
        }
        return pages;
    }

    /** Returns whether the page itself must be asked. */
    boolean mustRead(int page) {
        return parcels.isEmpty() || texts.get(page);
    }

    boolean mayHoldText(int page) {
        return texts.get(page);
    }

    boolean mayHoldNumber(int page) {
        return word.code() && texts.get(page);
    }

    /** Returns the parcels of the page that are known to have a title with the word. */
    List<Long> parcelsOn(int page) {
        List<Long> ids = new ArrayList<>();
        long[] all = parcels.orElseThrow();
        int at = Arrays.binarySearch(all, ranges.firsts()[page]);
        for (int i = at < 0 ? -at - 1 : at; i < all.length && all[i] <= ranges.lasts()[page]; i++)
            ids.add(all[i]);
        return ids;
    }

    /** Returns how many parcels have a title with the word, as far as that is known. */
    long parcels() {
        return parcels.map(all -> (long) all.length).orElse(Long.MAX_VALUE);
    }

    /** Returns which of these parcels of the page hold the word. */
    BitSet on(int at, Page page, BitSet among) {
        BitSet rows = new BitSet(page.size());
        if (parcels.isEmpty()) page.titlesHolding(word, among, rows);
        else for (long id : parcelsOn(at)) page.row(id).ifPresent(rows::set);
        if (texts.get(at)) page.textsHolding(word, among, rows);
        if (mayHoldNumber(at)) page.codesHolding(word, among, rows);
        rows.and(among);
        return rows;
    }

    private static Optional<long[]> parcels(
            Transaction tx, Ranges ranges, Span span, TitleSet titles) throws SQLException {
        if (titles.isEmpty() || span.isEmpty()) return Optional.of(new long[0]);
        if (titles.isMany()) return Optional.empty();
        Object[] asked = {
            titles.known().stream()
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(",", "[", "]")),
            ranges.firsts()[span.from()],
            ranges.lasts()[span.to() - 1],
            MOST_PARCELS + 1
        };
        // Counting them costs a fraction of reading them.
        long count =
                tx.first("SELECT count(*) AS n" + PARCELS, row -> row.number("n"), asked)
                        .orElse(0L);
        if (count > MOST_PARCELS) return Optional.empty();
        // One text instead of thousands of rows, which cost more than finding them.
        String parcels =
                tx.first(
                                "SELECT coalesce(group_concat(shipment_id), '') AS ids" + PARCELS,
                                row -> row.text("ids"),
                                asked)
                        .orElse("");
        long[] found = new long[(int) count];
        int n = 0;
        for (int from = 0; from < parcels.length() && n < found.length; ) {
            int comma = parcels.indexOf(',', from);
            int to = comma < 0 ? parcels.length() : comma;
            found[n++] = Long.parseLong(parcels, from, to, 10);
            from = to + 1;
        }
        return Optional.of(Arrays.stream(found, 0, n).sorted().distinct().toArray());
    }
}
