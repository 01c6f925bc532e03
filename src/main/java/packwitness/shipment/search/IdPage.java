package packwitness.shipment.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param ids of parcels, in the order in which they are shown
 * @param next asks for what follows; empty where nothing does
 */
public record IdPage(List<Long> ids, Optional<PageKey> next) {
    public IdPage {
        ids = List.copyOf(ids);
    }

    /** Returns the first of these ids, and where to go on if there are more. */
    static IdPage cut(List<Long> ids, int limit, int reading, PageKey.Part part) {
        if (ids.size() <= limit) return new IdPage(ids, Optional.empty());
        List<Long> first = ids.subList(0, limit);
        return new IdPage(first, Optional.of(new PageKey(reading, part, first.getLast())));
    }
}
