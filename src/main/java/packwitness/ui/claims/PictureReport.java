package packwitness.ui.claims;

import packwitness.inspect.Inspection;
import packwitness.inspect.compare.Comparison;

import javafx.scene.image.Image;

import java.util.Optional;

/**
 * What was found in a received picture.
 *
 * @param thumbnail the picture for the eye; empty where it cannot be decoded
 * @param compared the comparison that says most, of all with our own pictures
 */
public record PictureReport(
        Inspection inspection, Optional<Image> thumbnail, Optional<Compared> compared) {
    /**
     * A comparison with one of our pictures.
     *
     * @param ours what our picture is: a still of the video or the listing picture
     * @param drawing both pictures beside each other, differences numbered
     */
    public record Compared(boolean listing, String ours, Comparison comparison, Optional<Image> drawing) {}
}
