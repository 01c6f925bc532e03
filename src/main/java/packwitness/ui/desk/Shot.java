package packwitness.ui.desk;

/** A picture of the camera for the eye: blue, green, red, alpha bytes, and its running number. */
@SuppressWarnings("ArrayRecordComponent")
public record Shot(int width, int height, byte[] bgra, long number) {}
