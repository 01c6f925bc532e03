package packwitness.shipment.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Pages that stand side by side, by their place.
 *
 * @param to the first one behind them
 */
record Span(int from, int to) {
    /** Most questions are answered by the newest hundred thousand parcels. */
    private static final int FIRST = 512;

    private static final int GROWTH = 2;

    /**
     * Divides all pages below this place, the newest first, each span longer than the one before.
     */
    static List<Span> newestFirst(int to) {
        List<Span> spans = new ArrayList<>();
        long length = FIRST;
        for (int end = to; end > 0; length *= GROWTH) {
            int from = (int) Math.max(0, end - length);
            spans.add(new Span(from, end));
            end = from;
        }
        return spans;
    }

    boolean isEmpty() {
        return from == to;
    }
}
