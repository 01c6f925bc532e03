package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.util.List;
import java.util.Optional;

/**
 * What the same sums mean in one place.
 *
 * @param figuresUsed whether the place's own figures were used; otherwise the national range
 * @param missing how much more would reach the next line, where a line is known
 * @param obtained what counts here as obtained; attempted what counts as an attempt
 * @param lines the lines of this place that hold for certain, in rising order
 */
public record ForumResult(
        String code,
        Wording place,
        Tier tier,
        ThresholdFigures figures,
        boolean figuresUsed,
        String status,
        Wording source,
        Optional<Fen> missing,
        Fen obtained,
        Fen attempted,
        List<Line> lines) {
    public ForumResult {
        lines = List.copyOf(lines);
    }
}
