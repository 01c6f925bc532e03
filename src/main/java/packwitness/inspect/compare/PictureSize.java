package packwitness.inspect.compare;

/** Width and height of an upright picture in pixels. */
public record PictureSize(int width, int height) {}
