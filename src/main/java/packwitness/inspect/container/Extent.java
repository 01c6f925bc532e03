package packwitness.inspect.container;

/**
 * A named stretch of the file.
 *
 * @param offset from the beginning of the file
 */
public record Extent(String name, long offset, long length) {
    /** Returns the offset of the first byte behind it. */
    public long end() {
        return offset + length;
    }
}
