package packwitness.inspect.compare;

/** A rectangle in pixels of the upright picture, origin at its top left. */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 1 || height < 1) throw new IllegalArgumentException("empty box");
    }
}
