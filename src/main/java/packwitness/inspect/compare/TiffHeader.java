package packwitness.inspect.compare;

import java.util.Optional;

/** Size of the first picture of a TIFF file. */
final class TiffHeader {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int EXTRA = 338;
    private static final int MOST_ENTRIES = 512;

    private TiffHeader() {}

    static Optional<PictureHeader> read(HeaderBytes at) {
        int directory = at.int32(4);
        int entries = at.int16(directory);
        if (entries > MOST_ENTRIES) return Optional.empty();
        int width = 0;
        int height = 0;
        int bits = 8;
        boolean alpha = false;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            int tag = at.int16(entry);
            if (tag == WIDTH) width = value(at, entry);
            if (tag == HEIGHT) height = value(at, entry);
            if (tag == EXTRA) alpha = true;
            if (tag == BITS)
                bits = at.int32(entry + 4) > 2 ? at.int16(at.int32(entry + 8)) : value(at, entry);
        }
        boolean pages = at.int32(directory + 2 + 12 * entries) != 0;
        return Optional.of(
                PictureHeader.plain(
                        PictureHeader.Format.TIFF, width, height, pages, alpha, bits > 8));
    }

    private static int value(HeaderBytes at, int entry) {
        boolean shortNumber = at.int16(entry + 2) == 3;
        return shortNumber ? at.int16(entry + 8) : at.int32(entry + 8);
    }
}
