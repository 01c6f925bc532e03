package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes a stranger's picture within limits: the header is judged first, memory stays under 256
 * MB, the picture comes out upright, in three channels of 8 bits and at most 1920 pixels long.
 */
final class PictureReader {
    static final int SIDE = 1920;
    private static final long MOST_PIXELS = 100_000_000;
    private static final int LONGEST = 16_000;
    private static final int SHORTEST = 96;
    private static final long MOST_BYTES = 150_000_000;
    private static final long MOST_WORK = 400_000_000;

    /** Why there is no picture. */
    enum Trouble {
        UNREADABLE,
        NOT_DECODED,
        TOO_LARGE,
        TOO_SMALL
    }

    /**
     * What was read; the pixels themselves are in the matrix handed in.
     *
     * @param size of the whole upright picture, where its header could be read
     */
    record Reading(Optional<Trouble> trouble, Optional<PictureSize> size, Set<Limit> limits) {}

    private PictureReader() {}

    static Reading read(byte[] file, Mat to) {
        Optional<PictureHeader> found = PictureHeader.read(file);
        if (found.isEmpty())
            return trouble(
                    isBoxes(file) ? Trouble.NOT_DECODED : Trouble.UNREADABLE, Optional.empty());
        PictureHeader header = found.get();
        Optional<PictureSize> stored =
                Optional.of(new PictureSize(header.width(), header.height()));
        if (header.pixels() > MOST_PIXELS
                || Math.max(header.width(), header.height()) > LONGEST
                || header.bytes() > MOST_BYTES
                || header.work() > MOST_WORK) return trouble(Trouble.TOO_LARGE, stored);
        if (Math.min(header.width(), header.height()) < SHORTEST)
            return trouble(Trouble.TOO_SMALL, stored);
        try (PointerScope _ = new PointerScope()) {
            Mat whole = new Mat();
            if (!decode(file, header, whole)) return trouble(Trouble.UNREADABLE, stored);
            boolean turned = isTurned(header, whole);
            Sizes.shrinkTo(whole, SIDE, to);
            if (Math.min(to.cols(), to.rows()) < SHORTEST)
                return trouble(Trouble.TOO_SMALL, stored);
            Optional<PictureSize> upright =
                    turned ? Optional.of(new PictureSize(header.height(), header.width())) : stored;
            return new Reading(Optional.empty(), upright, limits(header));
        }
    }

    /** Tells HEIC, AVIF and films, whose decoders are not trusted with a stranger's bytes. */
    private static boolean isBoxes(byte[] file) {
        return new HeaderBytes(file).says(4, 'f', 't', 'y', 'p');
    }

    private static Reading trouble(Trouble trouble, Optional<PictureSize> size) {
        return new Reading(Optional.of(trouble), size, Set.of());
    }

    private static Set<Limit> limits(PictureHeader header) {
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        if (header.animated()) limits.add(Limit.FIRST_FRAME_ONLY);
        if (header.transparent()) limits.add(Limit.TRANSPARENCY_FLATTENED);
        if (header.deep()) limits.add(Limit.DEPTH_REDUCED);
        if (Math.max(header.width(), header.height()) > SIDE) limits.add(Limit.REDUCED_SIZE);
        return limits;
    }

    private static boolean decode(byte[] file, PictureHeader header, Mat to) {
        try {
            Mat pixels = imdecode(Pixels.encoded(file), flags(header));
            if (pixels.empty()) return false;
            if (pixels.depth() != CV_8U) pixels.convertTo(pixels, CV_8U, 1 / 257.0, 0);
            if (pixels.channels() == 4) flatten(pixels, to);
            else to.put(pixels);
            return to.type() == CV_8UC3;
        } catch (RuntimeException refused) {
            // OpenCV throws where a file contradicts itself: such a file is unreadable, no more.
            return false;
        }
    }

    private static int flags(PictureHeader header) {
        if (header.transparent()) return IMREAD_UNCHANGED;
        if (header.format() != PictureHeader.Format.JPEG) return IMREAD_COLOR;
        int longer = Math.max(header.width(), header.height());
        if (longer >= 8 * SIDE) return IMREAD_REDUCED_COLOR_8;
        if (longer >= 4 * SIDE) return IMREAD_REDUCED_COLOR_4;
        if (longer >= 2 * SIDE) return IMREAD_REDUCED_COLOR_2;
        return IMREAD_COLOR;
    }

    /** Lays a transparent picture on white. */
    private static void flatten(Mat from, Mat to) {
        byte[] pixels = Pixels.bytes(from);
        byte[] flat = new byte[pixels.length / 4 * 3];
        for (int i = 0, at = 0; at < flat.length; i += 4, at += 3) {
            int alpha = pixels[i + 3] & 0xff;
            for (int c = 0; c < 3; c++) {
                int value = (pixels[i + c] & 0xff) * alpha + 255 * (255 - alpha);
                flat[at + c] = (byte) ((value + 127) / 255);
            }
        }
        to.create(from.rows(), from.cols(), CV_8UC3);
        to.data().put(flat);
    }

    /** Tells from the shape whether the decoder turned the picture by a quarter, as EXIF asks. */
    private static boolean isTurned(PictureHeader header, Mat decoded) {
        boolean lies = header.width() > header.height();
        return header.width() != header.height() && lies != decoded.cols() > decoded.rows();
    }
}
