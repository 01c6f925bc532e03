package packwitness.ledger;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * C11: key frames are cut out of their video once more. The decoded samples must have the hash that
 * was told, and the picture must show what they show.
 */
final class FrameCheck {
    private static final int LARGEST_PICTURE = 64 << 20;
    private static final int BLOCK = 16;

    /** What JPEG at our quality changes in the mean of a block is below this by far. */
    private static final int MOST_APART = 12;

    private final Findings findings;

    FrameCheck(Findings findings) {
        this.findings = findings;
    }

    /**
     * A picture that is said to be cut out of a video.
     *
     * @param about how the report names it
     * @param index of the frame, from 0
     * @param pixels SHA-256 of its decoded samples
     */
    record Cut(String about, Path picture, long index, String pixels) {}

    /**
     * Checks pictures of one video, in the order of their frames.
     *
     * @return those that show their frame, with its time in milliseconds
     */
    Map<Cut, Long> check(Path video, List<Cut> cuts) {
        Map<Cut, Long> same = new LinkedHashMap<>();
        Optional<Film> film = Film.read(video);
        try (FrameReader reader = FrameReader.open(video)) {
            for (Cut cut : cuts) check(reader, film, cut).ifPresent(at -> same.put(cut, at));
        } catch (Failure | RuntimeException unreadable) {
            for (Cut cut : cuts) findings.undecided("C11", cut.about(), "frame.noVideo");
        } catch (LinkageError noDecoderHere) {
            for (Cut cut : cuts) findings.undecided("C11", cut.about(), "frame.noDecoder");
        }
        same.forEach((cut, at) -> same(findings, cut.about(), cut.index(), at));
        return same;
    }

    static void same(Findings findings, String about, long index, long millis) {
        findings.passed("C11", about, "frame.same", index, millis);
    }

    private Optional<Long> check(FrameReader reader, Optional<Film> film, Cut cut) throws Failure {
        if (cut.index() < 0 || film.map(f -> cut.index() >= f.frames()).orElse(false)) {
            findings.failed("C11", cut.about(), "frame.none", cut.index());
            return Optional.empty();
        }
        reader.seekFrame(cut.index());
        Optional<DecodedFrame> frame = reader.next();
        if (frame.isEmpty()) {
            findings.failed("C11", cut.about(), "frame.none", cut.index());
            return Optional.empty();
        }
        if (!frame.get().planes().sha256().hex().equals(cut.pixels())) {
            findings.failed("C11", cut.about(), "frame.pixels", cut.index());
            return Optional.empty();
        }
        Optional<BufferedImage> picture = picture(cut.picture());
        if (picture.isEmpty()) findings.failed("C11", cut.about(), "frame.noPicture");
        else if (!alike(picture.get(), frame.get().image()))
            findings.failed("C11", cut.about(), "frame.other", cut.index());
        else return Optional.of(frame.get().at().toMillis());
        return Optional.empty();
    }

    private static Optional<BufferedImage> picture(Path file) {
        return SafeFiles.read(file, LARGEST_PICTURE)
                .flatMap(bytes -> {
                    try {
                        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)));
                    } catch (IOException | RuntimeException damaged) {
                        // The JDK's decoder answers damaged pictures with both.
                        return Optional.empty();
                    }
                });
    }

    /** A picture is coded with loss, so blocks are compared, not bytes. */
    static boolean alike(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        if (width != other.getWidth() || height != other.getHeight()) return false;
        int across = (width + BLOCK - 1) / BLOCK;
        int[] mine = new int[width];
        int[] theirs = new int[width];
        for (int y = 0; y < height; y += BLOCK) {
            int bottom = Math.min(y + BLOCK, height);
            int[] apart = new int[across];
            for (int j = y; j < bottom; j++) {
                grey(one, j, mine);
                grey(other, j, theirs);
                for (int x = 0; x < width; x++) apart[x / BLOCK] += Math.abs(mine[x] - theirs[x]);
            }
            for (int block = 0; block < across; block++) {
                int right = Math.min((block + 1) * BLOCK, width);
                if (apart[block] / ((right - block * BLOCK) * (bottom - y)) > MOST_APART)
                    return false;
            }
        }
        return true;
    }

    /** Reads a row straight from the memory of the two usual kinds; asking for dots is slow. */
    private static void grey(BufferedImage picture, int y, int[] row) {
        DataBuffer data = picture.getRaster().getDataBuffer();
        int width = picture.getWidth();
        if (picture.getType() == BufferedImage.TYPE_INT_RGB && data instanceof DataBufferInt ints) {
            System.arraycopy(ints.getData(), y * width, row, 0, width);
        } else if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                && data instanceof DataBufferByte bytes) {
            byte[] dots = bytes.getData();
            for (int x = 0, at = y * width * 3; x < width; x++, at += 3)
                row[x] = grey(dots[at + 2] & 255, dots[at + 1] & 255, dots[at] & 255);
            return;
        } else {
            picture.getRGB(0, y, width, 1, row, 0, width);
        }
        for (int x = 0; x < width; x++)
            row[x] = grey(row[x] >> 16 & 255, row[x] >> 8 & 255, row[x] & 255);
    }

    private static int grey(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue) / 1000;
    }
}
