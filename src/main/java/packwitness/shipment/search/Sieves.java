package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;

/** Asks the sieves which pages may hold pieces of text. */
final class Sieves {
    static final String MARKS =
            // Cross joins keep this order: without statistics the sieves would all be read.
            "SELECT s.segment, s.pages FROM find_segment g CROSS JOIN json_each(?) b CROSS JOIN"
                    + " find_sieve s ON s.segment = g.number AND s.bucket = b.value WHERE g.number"
                    + " BETWEEN ? AND ?";

    private Sieves() {}

    /**
     * Returns the places of the pages of the span that may hold all these pieces, and all that have
     * no sieve.
     */
    static BitSet pages(Transaction tx, Ranges ranges, Span span, BitSet wanted)
            throws SQLException {
        BitSet pages = new BitSet(ranges.pages());
        if (span.isEmpty()) return pages;
        int first = ranges.numbers()[span.from()] / Ranges.PAGES_OF_SEGMENT;
        int last = ranges.numbers()[span.to() - 1] / Ranges.PAGES_OF_SEGMENT;
        long[] marks = new long[last - first + 1];
        int[] met = new int[last - first + 1];
        Arrays.fill(marks, -1L);
        tx.each(
                MARKS,
                row -> {
                    int segment = (int) row.number("segment") - first;
                    marks[segment] &= row.number("pages");
                    met[segment]++;
                },
                wanted.stream()
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(",", "[", "]")),
                first,
                last);
        int pieces = wanted.cardinality();
        for (int i = span.from(); i < span.to(); i++) {
            int number = ranges.numbers()[i];
            int segment = number / Ranges.PAGES_OF_SEGMENT - first;
            boolean may =
                    !ranges.sieved().get(first + segment)
                            || met[segment] == pieces
                                    && (marks[segment] >>> number % Ranges.PAGES_OF_SEGMENT & 1)
                                            == 1;
            if (may) pages.set(i);
        }
        return pages;
    }
}
