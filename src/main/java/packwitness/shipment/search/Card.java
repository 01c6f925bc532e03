package packwitness.shipment.search;

import java.util.List;

/**
 * What of one parcel can be searched, all texts folded.
 *
 * @param scanned when it was scanned last, in milliseconds
 * @param codes its waybill, the numbers of its orders and what else was scanned for it
 * @param texts buyers and notes
 * @param titles ids of the titles of what was ordered
 */
record Card(
        long id,
        long scanned,
        List<String> codes,
        List<String> texts,
        List<Long> titles,
        String station,
        List<String> packers,
        List<String> platforms,
        List<String> carriers) {

    /** Returns the values of the filters in one text, as a page keeps them. */
    String names() {
        String between = String.valueOf(Folded.BETWEEN);
        return String.join(
                "\n",
                station,
                String.join(between, packers),
                String.join(between, platforms),
                String.join(between, carriers));
    }
}
