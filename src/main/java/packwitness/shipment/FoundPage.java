package packwitness.shipment;

import packwitness.shipment.search.PageKey;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer of the index.
 *
 * @param next asks for what follows; empty where nothing does
 */
public record FoundPage<T>(List<T> rows, Optional<PageKey> next) {
    public FoundPage {
        rows = List.copyOf(rows);
    }
}
