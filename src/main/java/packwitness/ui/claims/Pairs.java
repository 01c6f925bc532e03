package packwitness.ui.claims;

import javafx.scene.image.Image;

import packwitness.inspect.compare.Comparison;
import packwitness.ui.kit.Images;

import java.util.List;
import java.util.Optional;

/** Reads two compared pictures for the eye; any thread, takes time. */
final class Pairs {
    private Pairs() {}

    /** Returns both, laid on each other where theirs derives from ours. */
    static Optional<Pair> of(byte[] ours, byte[] theirs, Comparison comparison) {
        if (!comparison.copy() && !comparison.sideBySide()) return Optional.empty();
        Optional<Image> our = Images.read(ours, 0, 0);
        Optional<Image> their = Images.read(theirs, 0, 0);
        if (our.isEmpty() || their.isEmpty()) return Optional.empty();
        if (!comparison.copy())
            return Optional.of(
                    new Pair(our.get(), their.get(), false, List.of(), comparison.matched()));
        return comparison
                .homography()
                .flatMap(map ->
                        Warp.onto(
                                their.get(),
                                map,
                                (int) our.get().getWidth(),
                                (int) our.get().getHeight()))
                .map(laid -> new Pair(our.get(), laid, true, comparison.regions(), List.of()));
    }
}
