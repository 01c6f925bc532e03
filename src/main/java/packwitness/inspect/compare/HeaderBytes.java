package packwitness.inspect.compare;

/** Reads numbers from a file in memory; a place outside the file ends the reading. */
final class HeaderBytes {
    /** The file ends before its header does. */
    static final class Cut extends RuntimeException {
        Cut() {
            super(null, null, false, false);
        }
    }

    private final byte[] file;
    private final boolean little;

    HeaderBytes(byte[] file) {
        this(file, false);
    }

    private HeaderBytes(byte[] file, boolean little) {
        this.file = file;
        this.little = little;
    }

    /** Returns the same bytes with the least one first. */
    HeaderBytes little() {
        return new HeaderBytes(file, true);
    }

    int length() {
        return file.length;
    }

    int int8(int at) {
        if (at < 0 || at >= file.length) throw new Cut();
        return file[at] & 0xff;
    }

    int int16(int at) {
        int first = int8(at);
        int second = int8(at + 1);
        return little ? second << 8 | first : first << 8 | second;
    }

    int int32(int at) {
        int first = int16(at);
        int second = int16(at + 2);
        return little ? second << 16 | first : first << 16 | second;
    }

    boolean says(int at, int... expected) {
        if (at < 0 || at + expected.length > file.length) return false;
        for (int i = 0; i < expected.length; i++)
            if ((file[at + i] & 0xff) != expected[i]) return false;
        return true;
    }
}
