package packwitness.inspect.compare;

/** Compares a received picture with one of ours; stateless, any thread may call. */
public final class PictureComparer {
    /**
     * Returns what can be said of the pair; hostile or damaged bytes give a reason, never an
     * exception.
     */
    public Comparison compare(byte[] ours, byte[] theirs) {
        throw new IllegalStateException("not yet");
    }
}
