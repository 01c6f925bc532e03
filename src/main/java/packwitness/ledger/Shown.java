package packwitness.ledger;

import java.util.Set;

/** Which rows of which parcels a bag shows, for comparison with the vault. */
record Shown(
        String source,
        String origin,
        long size,
        Set<Long> rows,
        Set<String> shipments,
        Set<String> claims,
        Set<String> waybills) {}
