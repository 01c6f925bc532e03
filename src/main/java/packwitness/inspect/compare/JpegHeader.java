package packwitness.inspect.compare;

import java.util.Optional;

/** Size and cost of a JPEG file; a progressive one is held in memory whole and walked per scan. */
final class JpegHeader {
    private JpegHeader() {}

    static Optional<PictureHeader> read(HeaderBytes at) {
        int frame = -1;
        int scans = 0;
        int next = 2;
        while (next + 4 <= at.length()) {
            if (at.int8(next) != 0xff) {
                next++;
                continue;
            }
            int marker = at.int8(next + 1);
            if (marker == 0xd9) break;
            if (marker == 0xff) {
                next++;
                continue;
            }
            boolean alone = marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8;
            if (alone) {
                next += 2;
                continue;
            }
            if (marker == 0xda) scans++;
            if (frame < 0 && isFrame(marker)) frame = next;
            next += 2 + Math.max(2, at.int16(next + 2));
        }
        if (frame < 0) return Optional.empty();
        int height = at.int16(frame + 5);
        int width = at.int16(frame + 7);
        boolean progressive = (at.int8(frame + 1) & 3) == 2;
        long pixels = (long) width * height;
        long passes = progressive ? Math.max(1, scans) : 1;
        long bytes = progressive ? (long) (pixels * 2 * planes(at, frame)) + pixels : pixels;
        return Optional.of(
                new PictureHeader(
                        PictureHeader.Format.JPEG,
                        width,
                        height,
                        false,
                        false,
                        false,
                        bytes,
                        pixels * passes));
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    /** Returns how many whole planes all components together make. */
    private static double planes(HeaderBytes at, int frame) {
        int components = at.int8(frame + 9);
        int widest = 1;
        int total = 0;
        for (int i = 0; i < components; i++) {
            int sampling = at.int8(frame + 11 + 3 * i);
            int share = (sampling >> 4) * (sampling & 15);
            widest = Math.max(widest, share);
            total += share;
        }
        return (double) total / widest;
    }
}
