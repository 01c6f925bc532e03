package packwitness.scan;

import java.util.List;
import java.util.Set;

/**
 * A scan and how it was understood.
 *
 * @param repairs what was undone on the way
 * @param possible the carriers whose numbers look so; several where the shape is shared, which is
 *     the usual case for digits
 */
public record Reading(Scan scan, Set<Repair> repairs, List<Carrier> possible) {
    public Reading {
        repairs = Set.copyOf(repairs);
        possible = List.copyOf(possible);
    }
}
