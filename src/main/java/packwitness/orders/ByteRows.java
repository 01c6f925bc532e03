package packwitness.orders;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Splits a text file into rows and cells while its letters are still bytes, eight at a time; only
 * the cells that are taken in are ever decoded. It follows the rules of RFC 4180 as FastCSV does,
 * line by line the same. For one thread.
 */
final class ByteRows {
    /** No row of an honest file has as many cells. */
    private static final int MOST_CELLS = 1 << 14;

    private static final int AT_ONCE = 1 << 16;
    private static final int END = -1;

    /** Ends of lines stand below; the other signs there are hardly ever met. */
    private static final byte LOWEST = 0x0E;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOW = LOWEST * ONES;
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private final byte separator;
    private final int longest;
    private final LateTexts texts;
    private final Cells cells = new Cells();
    private byte[] bytes = new byte[AT_ONCE];
    private byte[] plain = new byte[256];
    private int from;
    private int at;
    private int limit;
    private boolean ended;
    private long line = 1;

    /**
     * @param longest the most bytes of one cell
     */
    ByteRows(InputStream in, char separator, int longest, LateTexts texts) {
        this.in = in;
        this.separator = (byte) separator;
        this.longest = longest;
        this.texts = texts;
    }

    /** A cell that has no end, or something behind its closing quotation mark. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Shows the rows; an empty line is none. */
    void read(RowVisitor visitor) throws Failure, IOException, Broken {
        while (has()) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                endLine(bytes[at]);
                continue;
            }
            cells.begin(line);
            row();
            if (!visitor.see(cells)) return;
        }
    }

    /** Returns the line on which the row begins that was read last. */
    long line() {
        return cells.row();
    }

    private void row() throws IOException, Broken {
        int column = 0;
        while (true) {
            from = at;
            int sign = has() && bytes[at] == '"' ? quoted(column) : unquoted(column);
            if (sign != separator) {
                if (sign != END) endLine((byte) sign);
                return;
            }
            at++;
            if (++column >= MOST_CELLS) throw new Broken();
        }
    }

    private int unquoted(int column) throws IOException, Broken {
        int sign = seek(separator);
        while (sign != separator && sign != '\n' && sign != '\r' && sign != END) {
            at++;
            sign = seek(separator);
        }
        if (cells.wants(column)) take(column, bytes, from, at);
        return sign;
    }

    private int quoted(int column) throws IOException, Broken {
        at++;
        boolean doubled = false;
        while (true) {
            int sign = seek((byte) '"');
            if (sign == END) throw new Broken();
            if (sign != '"') {
                inner((byte) sign);
                continue;
            }
            at++;
            if (!has() || bytes[at] != '"') break;
            doubled = true;
            at++;
        }
        int sign = has() ? bytes[at] : END;
        if (sign != separator && sign != '\n' && sign != '\r' && sign != END) throw new Broken();
        if (cells.wants(column)) {
            int length = doubled ? undouble(from + 1, at - 1) : 0;
            if (doubled) take(column, plain, 0, length);
            else take(column, bytes, from + 1, at - 1);
        }
        return sign;
    }

    private void take(int column, byte[] raw, int begin, int end) {
        cells.set(
                column,
                cells.repeats(column)
                        ? texts.again(column, raw, begin, end - begin)
                        : texts.once(raw, begin, end - begin),
                false);
    }

    /** Copies what stands between quotation marks, each doubled one once; returns the length. */
    private int undouble(int begin, int end) {
        if (plain.length < end - begin) plain = new byte[end - begin];
        int length = 0;
        for (int i = begin; i < end; i++) {
            plain[length++] = bytes[i];
            if (bytes[i] == '"') i++;
        }
        return length;
    }

    /** Passes a sign between quotation marks: the end of a line counts, but ends no row. */
    private void inner(byte sign) throws IOException, Broken {
        if (sign == '\n' || sign == '\r') endLine(sign);
        else at++;
    }

    private void endLine(byte sign) throws IOException, Broken {
        at++;
        if (sign == '\r' && has() && bytes[at] == '\n') at++;
        line++;
    }

    /** Goes on to the next such sign or one of the lowest, and returns it without passing it. */
    private int seek(byte sign) throws IOException, Broken {
        long wanted = (sign & 255) * ONES;
        while (true) {
            byte[] all = bytes;
            int i = at;
            int end = limit;
            for (; i + Long.BYTES <= end; i += Long.BYTES) {
                long eight = (long) EIGHT.get(all, i);
                long off = eight ^ wanted;
                long hit = (off - ONES & ~off | eight - LOW & ~eight) & HIGHS;
                if (hit != 0) {
                    at = i + (Long.numberOfTrailingZeros(hit) >>> 3);
                    return all[at];
                }
            }
            for (; i < end; i++) {
                byte one = all[i];
                if (one == sign || one >= 0 && one < LOWEST) {
                    at = i;
                    return one;
                }
            }
            at = i;
            if (!has()) return END;
        }
    }

    /** Returns whether there is a byte at the place, reading on where that is needed. */
    private boolean has() throws IOException, Broken {
        return at < limit || more();
    }

    private boolean more() throws IOException, Broken {
        if (ended) return false;
        System.arraycopy(bytes, from, bytes, 0, limit - from);
        at -= from;
        limit -= from;
        from = 0;
        if (limit > longest) throw new Broken();
        if (limit == bytes.length) bytes = Arrays.copyOf(bytes, limit * 2);
        int read = in.read(bytes, limit, bytes.length - limit);
        if (read <= 0) ended = true;
        else limit += read;
        return read > 0;
    }
}
