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
        List<Integer> titles,
        String station,
        List<String> packers,
        List<String> platforms,
        List<String> carriers) {

    /** Returns station, packers, platforms and carriers, as a page keeps them. */
    List<String> names() {
        String between = String.valueOf(Folded.BETWEEN);
        return List.of(
                station,
                String.join(between, packers),
                String.join(between, platforms),
                String.join(between, carriers));
    }
}
