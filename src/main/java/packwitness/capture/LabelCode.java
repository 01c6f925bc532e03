package packwitness.capture;

/**
 * A code read in a picture: its text, its symbology such as {@code CODE_128}, and the box around
 * its points in pixels.
 */
public record LabelCode(String text, String symbology, int x, int y, int width, int height) {}
