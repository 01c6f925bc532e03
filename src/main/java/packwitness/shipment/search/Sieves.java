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
                    + " find_sieve s ON s.segment = g.number AND s.bucket = b.value";

    private Sieves() {}

    /** Returns the places of the pages that may hold all these pieces, and all without sieve. */
    static BitSet pages(Transaction tx, Ranges ranges, BitSet wanted) throws SQLException {
        BitSet pages = new BitSet(ranges.pages());
        if (ranges.pages() == 0) return pages;
        int segments = ranges.numbers()[ranges.pages() - 1] / Ranges.PAGES_OF_SEGMENT + 1;
        long[] marks = new long[segments];
        int[] met = new int[segments];
        Arrays.fill(marks, -1L);
        tx.each(
                MARKS,
                row -> {
                    int segment = (int) row.number("segment");
                    if (segment >= segments) return;
                    marks[segment] &= row.number("pages");
                    met[segment]++;
                },
                wanted.stream()
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(",", "[", "]")));
        int pieces = wanted.cardinality();
        for (int i = 0; i < ranges.pages(); i++) {
            int number = ranges.numbers()[i];
            int segment = number / Ranges.PAGES_OF_SEGMENT;
            boolean may =
                    !ranges.sieved().get(segment)
                            || met[segment] == pieces
                                    && (marks[segment] >>> number % Ranges.PAGES_OF_SEGMENT & 1)
                                            == 1;
            if (may) pages.set(i);
        }
        return pages;
    }
}
