package packwitness.ui.claims;

import javafx.scene.image.Image;

import packwitness.inspect.compare.Aligned;
import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.Matched;
import packwitness.inspect.compare.PictureSize;
import packwitness.ui.kit.Images;

import java.util.List;
import java.util.Optional;

/** Reads two compared pictures for the eye; any thread, takes time. */
final class Pairs {
    private static final double SAME_SHAPE = 0.02;

    private Pairs() {}

    /** Returns both, laid on each other where theirs derives from ours. */
    static Optional<Pair> of(byte[] ours, byte[] theirs, Comparison comparison) {
        if (comparison.copy())
            return Aligned.of(ours, theirs, comparison)
                    .flatMap(laid ->
                            pair(laid.ours(), laid.theirs())
                                    .map(two ->
                                            new Pair(
                                                    two.ours(),
                                                    two.theirs(),
                                                    true,
                                                    laid.regions(),
                                                    List.of())));
        if (!comparison.sideBySide()) return Optional.empty();
        return pair(ours, theirs)
                .map(two ->
                        new Pair(
                                two.ours(),
                                two.theirs(),
                                false,
                                List.of(),
                                matched(two, comparison)));
    }

    private record Two(Image ours, Image theirs) {}

    private static Optional<Two> pair(byte[] ours, byte[] theirs) {
        Optional<Image> our = Images.read(ours, 0, 0);
        Optional<Image> their = Images.read(theirs, 0, 0);
        return our.isEmpty() || their.isEmpty()
                ? Optional.empty()
                : Optional.of(new Two(our.get(), their.get()));
    }

    /** The points are those of upright pictures: a picture that lies on its side has none here. */
    private static List<Matched> matched(Two two, Comparison comparison) {
        boolean upright =
                comparison.ours().filter(size -> like(two.ours(), size)).isPresent()
                        && comparison.theirs().filter(size -> like(two.theirs(), size)).isPresent();
        if (!upright) return List.of();
        double our = two.ours().getWidth() / comparison.ours().orElseThrow().width();
        double their = two.theirs().getWidth() / comparison.theirs().orElseThrow().width();
        return comparison.matched().stream()
                .map(point ->
                        new Matched(
                                point.oursX() * our,
                                point.oursY() * our,
                                point.theirsX() * their,
                                point.theirsY() * their))
                .toList();
    }

    private static boolean like(Image image, PictureSize size) {
        double shape = image.getWidth() / image.getHeight();
        return Math.abs(shape / ((double) size.width() / size.height()) - 1) < SAME_SHAPE;
    }
}
