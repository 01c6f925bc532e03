package packwitness.scan;

import java.util.List;

/** A carrier and the shapes of its numbers. */
record CarrierRules(Carrier carrier, List<Shape> shapes) {
    CarrierRules {
        shapes = List.copyOf(shapes);
    }
}
