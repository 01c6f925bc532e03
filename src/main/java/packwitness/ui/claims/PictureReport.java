package packwitness.ui.claims;

import javafx.scene.image.Image;

import packwitness.inspect.Inspection;

import java.util.Optional;

/**
 * What a received picture says by itself.
 *
 * @param thumbnail the picture for the eye; empty where it cannot be decoded
 */
public record PictureReport(Inspection inspection, Optional<Image> thumbnail) {}
