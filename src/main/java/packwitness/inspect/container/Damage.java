package packwitness.inspect.container;

/** Bytes that do not hold what their format promises; becomes a finding, never leaves the room. */
public final class Damage extends Exception {
    /** The words are a short English key phrase without any content of the file. */
    public Damage(String words) {
        super(words, null, false, false);
    }

    /** Returns the key phrase. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
