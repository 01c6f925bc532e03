package packwitness.platform;

import java.awt.image.BufferedImage;

/**
 * A picture with the line that stands below it.
 *
 * @param picture never changed
 */
public record Captioned(BufferedImage picture, String caption) {}
