package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One question on its way through the index; used by one thread. */
final class Hunt {
    private static final int DUE_AT_ONCE = 512;

    private final Transaction tx;
    private final Filters filters;
    private final Titles titles;
    private final List<Long> due;
    private final Set<Long> dueIds;
    private final Ranges ranges;
    private final Optional<Set<Long>> only;
    private final Names names;

    /** Gives the pages as they are now. */
    @FunctionalInterface
    interface RangeSource {
        Ranges now(Transaction tx) throws SQLException;
    }

    Hunt(Transaction tx, Filters filters, Titles titles, RangeSource source) throws SQLException {
        this.tx = tx;
        this.filters = filters;
        this.titles = titles;
        // What is due is read before the pages: a parcel that is settled in between is seen twice,
        // not missed.
        this.due =
                tx.list(
                        "SELECT shipment_id FROM find_due ORDER BY shipment_id DESC",
                        row -> row.number("shipment_id"));
        this.dueIds = new HashSet<>(due);
        this.ranges = source.now(tx);
        this.only = Narrow.ids(tx, filters);
        this.names = new Names(filters);
    }

    int due() {
        return due.size();
    }

    /** Returns parcels with a number that ends with a word of the reading. */
    IdPage tail(int number, Asked.Reading reading, int limit, long before) throws SQLException {
        List<Long> ids = new ArrayList<>();
        for (long id : tails(reading)) if (id < before && ids.size() <= limit) ids.add(id);
        IdPage page = IdPage.cut(ids, limit, number, PageKey.Part.TAIL);
        if (page.next().isPresent() || page.ids().isEmpty() && before == Long.MAX_VALUE)
            return page;
        return new IdPage(
                page.ids(),
                Optional.of(new PageKey(number, PageKey.Part.ANYWHERE, Long.MAX_VALUE >> 4)));
    }

    /** Returns all other parcels that fit. */
    IdPage anywhere(int number, Asked.Reading reading, int limit, long before) throws SQLException {
        List<Word> words = words(reading);
        Set<Long> shown = new HashSet<>(tails(reading));
        List<Long> found = new ArrayList<>();
        DueWalk waiting = new DueWalk(before, words, reading.any(), shown);
        for (Span span : Span.newestFirst(below(before))) {
            List<Trace> traces = traces(words, span);
            BitSet pages = pages(reading, traces, span, before);
            for (int page = pages.previousSetBit(ranges.pages());
                    page >= 0 && found.size() <= limit;
                    page = page == 0 ? -1 : pages.previousSetBit(page - 1)) {
                waiting.takeAfter(ranges.lasts()[page], found);
                tx.cancellation().check();
                List<Long> ids = fitting(page, traces, reading.any());
                for (int i = ids.size() - 1; i >= 0 && found.size() <= limit; i--) {
                    long id = ids.get(i);
                    if (id >= before || dueIds.contains(id) || shown.contains(id)) continue;
                    if (only.isPresent() && !only.get().contains(id)) continue;
                    waiting.takeAfter(id, found);
                    found.add(id);
                }
            }
            if (found.size() > limit) break;
        }
        if (found.size() <= limit) waiting.takeAfter(Long.MIN_VALUE, found);
        return IdPage.cut(
                found.subList(0, Math.min(found.size(), limit + 1)),
                limit,
                number,
                PageKey.Part.ANYWHERE);
    }

    /** Returns the place behind the last page that holds an id below this one. */
    private int below(long before) {
        int at = ranges.pageOf(before);
        return at < 0 ? ranges.pages() : at + 1;
    }

    /** What leaves few parcels comes first, so that the others are asked for those few. */
    private List<Trace> traces(List<Word> words, Span span) throws SQLException {
        List<Trace> traces = new ArrayList<>();
        for (Word word : words) traces.add(Trace.of(tx, ranges, span, word));
        traces.sort(Comparator.comparingLong(Trace::parcels));
        return traces;
    }

    /** Returns the parcels of a page that fit, by rising id. */
    private List<Long> fitting(int at, List<Trace> traces, boolean any) throws SQLException {
        boolean allTimes =
                ranges.froms()[at] >= filters.from().toEpochMilli()
                        && ranges.tos()[at] < filters.to().toEpochMilli();
        // What is known without the page is not read.
        if (traces.size() == 1 && !traces.getFirst().mustRead(at) && allTimes && !filters.named())
            return traces.getFirst().parcelsOn(at);
        Optional<Page> read = read(at, traces, !allTimes);
        if (read.isEmpty()) return List.of();
        Page page = read.get();
        BitSet rows = new BitSet(page.size());
        rows.set(0, page.size());
        if (any && !traces.isEmpty()) {
            BitSet all = (BitSet) rows.clone();
            rows.clear();
            for (Trace trace : traces) rows.or(trace.on(at, page, all));
        } else {
            for (Trace trace : traces) if (!rows.isEmpty()) rows = trace.on(at, page, rows);
        }
        if (filters.named() && !rows.isEmpty()) page.keepNamed(names.tests(), rows);
        List<Long> ids = new ArrayList<>();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1))
            if (allTimes || filters.inTime(page.scanned(row))) ids.add(page.id(row));
        return ids;
    }

    /** Returns as much of the page as is asked; the part that most need may be in memory. */
    private Optional<Page> read(int at, List<Trace> traces, boolean times) throws SQLException {
        int number = ranges.numbers()[at];
        if (times || traces.stream().anyMatch(trace -> trace.mayHoldNumber(at)))
            return Pages.whole(tx, number);
        boolean texts = traces.stream().anyMatch(trace -> trace.mayHoldText(at));
        return ranges.fronts().of(tx, number, texts);
    }

    private boolean fits(Card card) {
        return filters.inTime(card.scanned())
                && (only.isEmpty() || only.get().contains(card.id()))
                && (!filters.named() || names.fit(card));
    }

    private static boolean holds(Card card, List<Word> words, boolean any) {
        if (words.isEmpty()) return true;
        return any
                ? words.stream().anyMatch(word -> word.in(card))
                : words.stream().allMatch(word -> word.in(card));
    }

    private List<Word> words(Asked.Reading reading) {
        return reading.words().stream().map(word -> Word.of(word, titles)).toList();
    }

    /**
     * Returns the parcels whose numbers end with a word, checked against all else, newest first.
     */
    private List<Long> tails(Asked.Reading reading) throws SQLException {
        Set<Long> ids = new TreeSet<>(Comparator.reverseOrder());
        for (String word : reading.words()) {
            if (!Folded.isCode(word)) continue;
            Set<Long> ending = Tails.of(tx, word);
            ids.addAll(ending);
            if (!reading.any() && !ending.isEmpty()) break;
        }
        boolean sure = reading.any() || reading.words().size() == 1;
        if (ids.isEmpty() || sure && filters.letAllPass()) return List.copyOf(ids);
        List<Word> words = words(reading);
        List<Long> checked = new ArrayList<>();
        for (Card card : Cards.of(tx, ids))
            if (fits(card) && (sure || holds(card, words, false))) checked.add(card.id());
        Collections.reverse(checked);
        return checked;
    }

    /** Returns the pages of the span, by their place, that may hold what is asked. */
    private BitSet pages(Asked.Reading reading, List<Trace> traces, Span span, long before) {
        BitSet pages = new BitSet(ranges.pages());
        for (int i = span.from(); i < span.to(); i++)
            if (ranges.firsts()[i] < before
                    && ranges.tos()[i] >= filters.from().toEpochMilli()
                    && ranges.froms()[i] < filters.to().toEpochMilli()) pages.set(i);
        only.ifPresent(ids -> pages.and(ranges.pagesOf(ids)));
        if (traces.isEmpty()) return pages;
        BitSet fitting = new BitSet(ranges.pages());
        if (!reading.any()) fitting.set(span.from(), span.to());
        for (Trace trace : traces) {
            if (reading.any()) fitting.or(trace.pages());
            else fitting.and(trace.pages());
        }
        pages.and(fitting);
        return pages;
    }

    /** Goes through the parcels that are due, the newest first, beside the pages. */
    private final class DueWalk {
        private final long before;
        private final List<Word> words;
        private final boolean any;
        private final Set<Long> shown;
        private int read;
        private List<Card> cards = List.of();
        private int next;

        DueWalk(long before, List<Word> words, boolean any, Set<Long> shown) {
            this.before = before;
            this.words = words;
            this.any = any;
            this.shown = shown;
        }

        /** Adds those with an id above this one that were not taken yet. */
        void takeAfter(long id, List<Long> found) throws SQLException {
            while (true) {
                if (next == cards.size()) {
                    if (read == due.size() || due.get(read) <= id) return;
                    int to = Math.min(due.size(), read + DUE_AT_ONCE);
                    cards = Cards.of(tx, due.subList(read, to)).reversed();
                    read = to;
                    next = 0;
                    tx.cancellation().check();
                    continue;
                }
                Card card = cards.get(next);
                if (card.id() <= id) return;
                next++;
                if (card.id() < before
                        && !shown.contains(card.id())
                        && fits(card)
                        && holds(card, words, any)) found.add(card.id());
            }
        }
    }
}
