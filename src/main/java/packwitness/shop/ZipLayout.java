package packwitness.shop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes around the files of a bag in one file: a zip in which nothing can be chosen. Every file
 * is stored, its name is UTF-8, all times are the same; so the same bag gives the same bytes, and a
 * reader can demand exactly them. Numbers that need more than 32 bits are written as zip64.
 */
final class ZipLayout {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int FULL = 0xffffffff;
    private static final long MOST_32 = 0xffffffffL;
    private static final int MOST_16 = 0xffff;
    private static final short PLAIN = 20;
    private static final short ZIP_64 = 45;
    private static final short UTF_8 = 1 << 11;

    /** Midnight of 1 January 2000, as DOS writes it. */
    private static final int TIME = (20 << 25) | (1 << 21) | (1 << 16);

    /** Made on Unix: else unzip takes the names for those of DOS, whatever their flag says. */
    private static final int UNIX = 3 << 8;

    /** A plain file that its owner may write and all may read. */
    private static final int MODE = 0100644 << 16;

    private static final short EXTRA_64 = 1;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int END_64_BYTES = 56 + 20;

    /** A file of the zip: its name, how long it is, its CRC-32, and where it begins. */
    record Entry(String name, long size, int crc, long offset) {
        byte[] utf8() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        private boolean large() {
            return size >= MOST_32;
        }

        private boolean far() {
            return offset >= MOST_32;
        }
    }

    private ZipLayout() {}

    /** Returns what stands before a file. */
    static byte[] local(Entry entry) {
        byte[] name = entry.utf8();
        int extra = entry.large() ? 20 : 0;
        ByteBuffer bytes = buffer(LOCAL_BYTES + name.length + extra);
        bytes.putInt(LOCAL).putShort(entry.large() ? ZIP_64 : PLAIN);
        common(bytes, entry, name, extra);
        bytes.put(name);
        if (extra > 0) bytes.putShort(EXTRA_64).putShort((short) 16);
        if (extra > 0) bytes.putLong(entry.size()).putLong(entry.size());
        return bytes.array();
    }

    /** Returns the line of a file in the directory at the end. */
    static byte[] central(Entry entry) {
        byte[] name = entry.utf8();
        int more = (entry.large() ? 16 : 0) + (entry.far() ? 8 : 0);
        int extra = more == 0 ? 0 : 4 + more;
        ByteBuffer bytes = buffer(CENTRAL_BYTES + name.length + extra);
        short version = more == 0 ? PLAIN : ZIP_64;
        bytes.putInt(CENTRAL).putShort((short) (UNIX | version)).putShort(version);
        common(bytes, entry, name, extra);
        bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(MODE);
        bytes.putInt(entry.far() ? FULL : (int) entry.offset()).put(name);
        if (more > 0) bytes.putShort(EXTRA_64).putShort((short) more);
        if (entry.large()) bytes.putLong(entry.size()).putLong(entry.size());
        if (entry.far()) bytes.putLong(entry.offset());
        return bytes.array();
    }

    private static void common(ByteBuffer bytes, Entry entry, byte[] name, int extra) {
        int size = entry.large() ? FULL : (int) entry.size();
        bytes.putShort(UTF_8).putShort((short) 0).putInt(TIME).putInt(entry.crc());
        bytes.putInt(size).putInt(size).putShort((short) name.length).putShort((short) extra);
    }

    /** Returns the end of the zip, with so many files and a directory of this length and place. */
    static byte[] end(long files, long length, long offset) {
        boolean large = files >= MOST_16 || length >= MOST_32 || offset >= MOST_32;
        ByteBuffer bytes = buffer(END_BYTES + (large ? END_64_BYTES : 0));
        if (large) {
            bytes.putInt(END_64).putLong(44).putShort(ZIP_64).putShort(ZIP_64);
            bytes.putInt(0).putInt(0).putLong(files).putLong(files).putLong(length);
            bytes.putLong(offset).putInt(LOCATOR_64).putInt(0).putLong(offset + length).putInt(1);
        }
        short count = (short) (files >= MOST_16 ? MOST_16 : files);
        bytes.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        bytes.putInt(length >= MOST_32 ? FULL : (int) length);
        bytes.putInt(offset >= MOST_32 ? FULL : (int) offset).putShort((short) 0);
        return bytes.array();
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
