package packwitness.inspect.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A window on bytes that cannot be read beyond its ends; never copied unless asked. */
public final class Bytes {
    private final byte[] data;
    private final int from;
    private final int to;

    private Bytes(byte[] data, int from, int to) {
        this.data = data;
        this.from = from;
        this.to = to;
    }

    /** Wraps the array, which nobody may change afterwards. */
    public static Bytes of(byte[] data) {
        return new Bytes(data, 0, data.length);
    }

    /** Returns the length in bytes. */
    public int length() {
        return to - from;
    }

    /** Returns where the window begins in the array it was cut from. */
    public int start() {
        return from;
    }

    /** Returns the part; it must lie inside. */
    public Bytes part(long at, long length) throws Damage {
        if (at < 0 || length < 0 || at > length() || length > length() - at)
            throw new Damage("reaches beyond its end");
        return new Bytes(data, (int) (from + at), (int) (from + at + length));
    }

    /** Returns the part from here to the end; empty if it begins beyond. */
    public Bytes rest(long at) {
        return new Bytes(data, Math.clamp(from + at, from, to), to);
    }

    /** Returns at most so many bytes of the beginning. */
    public Bytes head(int most) {
        return new Bytes(data, from, Math.min(to, from + most));
    }

    /** Returns the unsigned byte. */
    public int u8(long at) throws Damage {
        return data[index(at, 1)] & 0xFF;
    }

    /** Returns an unsigned big-endian number of two bytes. */
    public int u16(long at) throws Damage {
        int i = index(at, 2);
        return (data[i] & 0xFF) << 8 | (data[i + 1] & 0xFF);
    }

    /** Returns an unsigned big-endian number of four bytes. */
    public long u32(long at) throws Damage {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Returns a big-endian number of eight bytes that is not negative. */
    public long u64(long at) throws Damage {
        long high = u32(at);
        if (high > Integer.MAX_VALUE) throw new Damage("impossible size");
        return high << 32 | u32(at + 4);
    }

    /** Returns an unsigned little-endian number of two bytes. */
    public int le16(long at) throws Damage {
        int i = index(at, 2);
        return (data[i + 1] & 0xFF) << 8 | (data[i] & 0xFF);
    }

    /** Returns an unsigned little-endian number of four bytes. */
    public long le32(long at) throws Damage {
        return (long) le16(at + 2) << 16 | le16(at);
    }

    /** Says whether these ASCII characters stand here; no if they reach beyond the end. */
    public boolean says(long at, String ascii) {
        if (at < 0 || at > length() - ascii.length()) return false;
        for (int i = 0; i < ascii.length(); i++)
            if ((data[(int) (from + at) + i] & 0xFF) != ascii.charAt(i)) return false;
        return true;
    }

    /** Returns where the characters stand first at or after the place, or -1. */
    public int find(String ascii, int after) {
        byte first = (byte) ascii.charAt(0);
        int last = length() - ascii.length();
        for (int i = Math.max(0, after); i <= last; i++)
            if (data[from + i] == first && says(i, ascii)) return i;
        return -1;
    }

    /** Returns where the byte stands first at or after the place, or -1. */
    public int find(int value, int after) {
        for (int i = Math.max(0, after); i < length(); i++)
            if ((data[from + i] & 0xFF) == value) return i;
        return -1;
    }

    /** Returns every byte as one character. */
    public String latin1() {
        return new String(data, from, length(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the text as UTF-8 where it is, else byte by byte. */
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data, from, length()))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin1();
        }
    }

    /** Returns a copy. */
    public byte[] copy() {
        return Arrays.copyOfRange(data, from, to);
    }

    /** Returns a read-only buffer over the window. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(data, from, length()).slice().asReadOnlyBuffer();
    }

    private int index(long at, int length) throws Damage {
        if (at < 0 || at > length() - length) throw new Damage("ends too early");
        return (int) (from + at);
    }
}
