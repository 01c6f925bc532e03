package packwitness.ui.claims;

import javafx.scene.image.Image;

import packwitness.inspect.compare.Comparison;

import java.util.Optional;

/**
 * A received picture beside one of ours.
 *
 * @param listing whether ours is a picture handed in by us, else it is a still of the video
 * @param ours its name or number
 * @param drawing both pictures beside each other, differences numbered
 */
public record Compared(
        boolean listing, String ours, Comparison comparison, Optional<Image> drawing) {}
