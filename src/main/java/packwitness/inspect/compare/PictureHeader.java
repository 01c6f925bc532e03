package packwitness.inspect.compare;

import java.util.Optional;

/**
 * What the first bytes of a picture file say, read without decoding, so that a hostile size is
 * refused before memory is spent on it.
 *
 * @param width as stored, before any turn that EXIF asks for
 * @param bytes memory that decoding takes at least, in bytes
 * @param work how many pixels are decoded in all passes
 */
record PictureHeader(
        Format format,
        int width,
        int height,
        boolean animated,
        boolean transparent,
        boolean deep,
        long bytes,
        long work) {

    /** The formats that are decoded; all others are unreadable. */
    enum Format {
        JPEG,
        PNG,
        WEBP,
        GIF,
        BMP,
        TIFF
    }

    long pixels() {
        return (long) width * height;
    }

    /** Returns nothing for other formats, cut headers and empty pictures. */
    static Optional<PictureHeader> read(byte[] file) {
        HeaderBytes at = new HeaderBytes(file);
        try {
            Optional<PictureHeader> header = Optional.empty();
            if (at.says(0, 0xff, 0xd8, 0xff)) header = JpegHeader.read(at);
            else if (at.says(0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) header = png(at);
            else if (at.says(0, 'R', 'I', 'F', 'F') && at.says(8, 'W', 'E', 'B', 'P'))
                header = webp(at);
            else if (at.says(0, 'G', 'I', 'F', '8')) header = gif(at);
            else if (at.says(0, 'B', 'M')) header = bmp(at);
            else if (at.says(0, 'I', 'I', 42, 0)) header = TiffHeader.read(at.little());
            else if (at.says(0, 'M', 'M', 0, 42)) header = TiffHeader.read(at);
            return header.filter(h -> h.width > 0 && h.height > 0);
        } catch (HeaderBytes.Cut cut) {
            return Optional.empty();
        }
    }

    /** A picture that is decoded in one pass into whole pixels. */
    static PictureHeader plain(
            Format format, int width, int height, boolean animated, boolean alpha, boolean deep) {
        long pixels = (long) width * height;
        long each = (alpha ? 4 + 3 : 3) * (deep ? 2L : 1L);
        return new PictureHeader(
                format, width, height, animated, alpha, deep, pixels * each, pixels);
    }

    private static Optional<PictureHeader> png(HeaderBytes at) {
        int width = at.int32(16);
        int height = at.int32(20);
        boolean deep = at.int8(24) == 16;
        boolean alpha = (at.int8(25) & 4) != 0;
        boolean animated = false;
        for (long chunk = 8; chunk + 8 <= at.length(); ) {
            long length = at.int32((int) chunk) & 0xffffffffL;
            if (at.says((int) chunk + 4, 'I', 'D', 'A', 'T')) break;
            animated |= at.says((int) chunk + 4, 'a', 'c', 'T', 'L');
            alpha |= at.says((int) chunk + 4, 't', 'R', 'N', 'S');
            chunk += 12 + length;
        }
        return Optional.of(plain(Format.PNG, width, height, animated, alpha, deep));
    }

    private static Optional<PictureHeader> webp(HeaderBytes big) {
        HeaderBytes at = big.little();
        if (at.says(12, 'V', 'P', '8', 'X')) {
            int flags = at.int8(20);
            int width = 1 + at.int16(24) + (at.int8(26) << 16);
            int height = 1 + at.int16(27) + (at.int8(29) << 16);
            boolean animated = (flags & 2) != 0;
            return Optional.of(
                    plain(Format.WEBP, width, height, animated, (flags & 16) != 0, false));
        }
        if (at.says(12, 'V', 'P', '8', 'L')) {
            int bits = at.int32(21);
            int width = 1 + (bits & 0x3fff);
            int height = 1 + (bits >>> 14 & 0x3fff);
            boolean alpha = (bits >>> 28 & 1) != 0;
            return Optional.of(plain(Format.WEBP, width, height, false, alpha, false));
        }
        if (at.says(12, 'V', 'P', '8', ' ')) {
            int width = at.int16(26) & 0x3fff;
            int height = at.int16(28) & 0x3fff;
            return Optional.of(plain(Format.WEBP, width, height, false, false, false));
        }
        return Optional.empty();
    }

    private static Optional<PictureHeader> gif(HeaderBytes big) {
        HeaderBytes at = big.little();
        int next = 13 + colours(at.int8(10));
        int pictures = 0;
        boolean clear = false;
        // Two pictures are enough to know that it moves.
        while (pictures < 2 && next < at.length() && at.int8(next) != 0x3b) {
            int kind = at.int8(next);
            if (kind == 0x2c) {
                pictures++;
                next = afterBlocks(at, next + 11 + colours(at.int8(next + 9)));
            } else if (kind == 0x21) {
                clear |= at.int8(next + 1) == 0xf9 && (at.int8(next + 3) & 1) != 0;
                next = afterBlocks(at, next + 2);
            } else break;
        }
        return Optional.of(plain(Format.GIF, at.int16(6), at.int16(8), pictures > 1, clear, false));
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(HeaderBytes at, int next) {
        while (next < at.length() && at.int8(next) != 0) next += at.int8(next) + 1;
        return next + 1;
    }

    private static Optional<PictureHeader> bmp(HeaderBytes big) {
        HeaderBytes at = big.little();
        if (at.int32(14) < 40) return Optional.empty();
        int width = at.int32(18);
        int height = Math.abs(at.int32(22));
        return Optional.of(plain(Format.BMP, width, height, false, false, false));
    }
}
