package packwitness.ui.shipments;

import javafx.collections.ObservableListBase;

import packwitness.shipment.FoundPage;
import packwitness.shipment.ParcelLine;
import packwitness.shipment.search.PageKey;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The parcels of an answer as far as they were asked for. Of a long list only the pages that were
 * looked at last are in memory; the others are known by their keys and asked for again. FX thread
 * only.
 */
final class ResultRows extends ObservableListBase<ParcelLine> {
    /** Stands where a page is not in memory; it is being asked for. */
    static final ParcelLine WAITING =
            new ParcelLine(
                    new ShipmentId(1),
                    new WaybillNo("…"),
                    true,
                    "",
                    Instant.EPOCH,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    true,
                    false,
                    0);

    private static final int PAGES_IN_MEMORY = 20;
    private static final int NEAR = 30;

    private final List<Chunk> chunks = new ArrayList<>();
    private final Set<Integer> lookedAt = new LinkedHashSet<>();
    private final IntConsumer askAgain;
    private final Runnable askMore;
    private Optional<PageKey> next = Optional.empty();
    private int size;

    /** One page: where it begins, the key that it was asked with, its rows or none. */
    private static final class Chunk {
        final int start;
        final int count;
        final Optional<PageKey> key;
        List<ParcelLine> rows;

        Chunk(int start, Optional<PageKey> key, List<ParcelLine> rows) {
            this.start = start;
            this.count = rows.size();
            this.key = key;
            this.rows = rows;
        }
    }

    /**
     * @param askAgain is told the number of a page that is wanted and not in memory
     * @param askMore is called when the end of what is known comes near and there is more
     */
    ResultRows(IntConsumer askAgain, Runnable askMore) {
        this.askAgain = askAgain;
        this.askMore = askMore;
    }

    /** Replaces all by the first page of another answer. */
    void begin(FoundPage<ParcelLine> first) {
        List<ParcelLine> before =
                chunks.size() == 1 ? List.copyOf(chunks.getFirst().rows) : List.of();
        next = first.next();
        // The same answer again does not move what somebody is looking at.
        if (chunks.size() == 1 && before.equals(first.rows())) return;
        beginChange();
        List<ParcelLine> removed = List.copyOf(known());
        chunks.clear();
        lookedAt.clear();
        size = 0;
        if (!first.rows().isEmpty()) put(Optional.empty(), first.rows());
        nextReplace(0, size, removed);
        endChange();
    }

    /** Puts the page that {@link #next} asks for at the end. */
    void append(FoundPage<ParcelLine> page) {
        Optional<PageKey> key = next;
        next = page.next();
        if (page.rows().isEmpty()) return;
        beginChange();
        int from = size;
        put(key, page.rows());
        nextAdd(from, size);
        endChange();
    }

    /** Puts a page back that was asked for again. */
    void again(int number, List<ParcelLine> rows) {
        if (number >= chunks.size()) return;
        Chunk chunk = chunks.get(number);
        List<ParcelLine> full =
                new ArrayList<>(rows.subList(0, Math.min(rows.size(), chunk.count)));
        // What went in the meantime leaves a gap at the end of its page, not a shorter list.
        while (full.size() < chunk.count) full.add(WAITING);
        beginChange();
        chunk.rows = List.copyOf(full);
        for (int i = chunk.start; i < chunk.start + chunk.count; i++) nextUpdate(i);
        endChange();
    }

    /** Returns the key of the page behind the last one; empty where there is none. */
    Optional<PageKey> next() {
        return next;
    }

    /** Returns the key that a page was asked with; empty for the first. */
    Optional<PageKey> keyOf(int number) {
        return chunks.get(number).key;
    }

    /** Returns how many rows are in memory. */
    int inMemory() {
        return chunks.stream().mapToInt(chunk -> chunk.rows.size()).sum();
    }

    @Override
    public ParcelLine get(int index) {
        int number = chunkOf(index);
        Chunk chunk = chunks.get(number);
        if (next.isPresent() && index >= size - NEAR) askMore.run();
        if (chunk.rows.isEmpty()) {
            if (look(number)) askAgain.accept(number);
            return WAITING;
        }
        look(number);
        return chunk.rows.get(index - chunk.start);
    }

    @Override
    public int size() {
        return size;
    }

    private void put(Optional<PageKey> key, List<ParcelLine> rows) {
        chunks.add(new Chunk(size, key, rows));
        size += rows.size();
        look(chunks.size() - 1);
    }

    /** Notes that a page is looked at and forgets the one that was not for longest. */
    private boolean look(int number) {
        boolean fresh = !lookedAt.remove(number);
        lookedAt.add(number);
        if (lookedAt.size() > PAGES_IN_MEMORY) {
            int oldest = lookedAt.iterator().next();
            lookedAt.remove(oldest);
            chunks.get(oldest).rows = List.of();
        }
        return fresh;
    }

    private List<ParcelLine> known() {
        List<ParcelLine> all = new ArrayList<>();
        for (Chunk chunk : chunks)
            for (int i = 0; i < chunk.count; i++)
                all.add(chunk.rows.isEmpty() ? WAITING : chunk.rows.get(i));
        return all;
    }

    private int chunkOf(int index) {
        if (index < 0 || index >= size) throw new IndexOutOfBoundsException(index);
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).start <= index) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
