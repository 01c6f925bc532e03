package packwitness.orders;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches a part of a workbook while it is unpacked: what unpacks without end, or holds a text that
 * no spreadsheet can hold, is broken off before it fills the memory.
 */
final class BoundedXml extends FilterInputStream {
    /** A cell holds 32,767 characters; escaped, each may take some bytes. */
    private static final int LONGEST_TEXT = 1 << 20;

    private final long most;
    private long total;
    private int run;

    BoundedXml(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** The part of a workbook is larger than any honest one. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("unpacks without end");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n <= 0) return n;
        total += n;
        if (total > most) throw new TooLarge();
        int last = -1;
        int before = run;
        for (int i = 0; i < n; i++) {
            if (buffer[offset + i] != '<') continue;
            if (before + i - last > LONGEST_TEXT) throw new TooLarge();
            before = 0;
            last = i;
        }
        run = (last < 0 ? before : 0) + n - 1 - last;
        if (run > LONGEST_TEXT) throw new TooLarge();
        return n;
    }
}
