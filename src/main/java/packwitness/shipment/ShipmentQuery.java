package packwitness.shipment;

import packwitness.shipment.search.Filters;

/**
 * What is asked of the index.
 *
 * @param text as {@link ShipmentIndex#find(String, int)} takes it
 * @param limit parcels a page
 */
public record ShipmentQuery(String text, Filters filters, int limit) {
    /** Returns the query for a text alone. */
    public static ShipmentQuery of(String text, int limit) {
        return new ShipmentQuery(text, Filters.none(), limit);
    }

    /** Returns this query with other filters. */
    public ShipmentQuery with(Filters filters) {
        return new ShipmentQuery(text, filters, limit);
    }
}
