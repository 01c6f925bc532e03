package packwitness.inspect.compare;

import java.util.List;

/**
 * The plane mapping that carries points of the received picture to ours; nine values row by row.
 */
public record Homography(List<Double> rows) {
    public Homography {
        rows = List.copyOf(rows);
        if (rows.size() != 9) throw new IllegalArgumentException("nine values");
    }
}
