package packwitness.inspect.compare;

/** Draws a comparison for the dossier; same input, same bytes out. */
public final class Overlay {
    private Overlay() {}

    /**
     * Returns a PNG: ours and theirs aligned to it, next to each other, numbered regions boxed;
     * empty bytes if not a copy.
     */
    public static byte[] png(byte[] ours, byte[] theirs, Comparison comparison) {
        throw new IllegalStateException("not yet");
    }

    /**
     * Returns a JPEG: both pictures as they are, next to each other, the matched points joined;
     * empty bytes if unreadable.
     */
    public static byte[] sideBySide(byte[] ours, byte[] theirs, Comparison comparison) {
        throw new IllegalStateException("not yet");
    }
}
