package packwitness.ledger;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    /** Checks pictures of one video, in the order of their frames. */
    void check(Path video, List<Cut> cuts) {
        Optional<Film> film = Film.read(video);
        try (FrameReader reader = FrameReader.open(video)) {
            for (Cut cut : cuts) check(reader, film, cut);
        } catch (Failure | RuntimeException unreadable) {
            for (Cut cut : cuts) findings.undecided("C11", cut.about(), "frame.noVideo");
        } catch (LinkageError noDecoderHere) {
            for (Cut cut : cuts) findings.undecided("C11", cut.about(), "frame.noDecoder");
        }
    }

    private void check(FrameReader reader, Optional<Film> film, Cut cut) throws Failure {
        if (cut.index() < 0 || film.map(f -> cut.index() >= f.frames()).orElse(false)) {
            findings.failed("C11", cut.about(), "frame.none", cut.index());
            return;
        }
        reader.seekFrame(cut.index());
        Optional<DecodedFrame> frame = reader.next();
        if (frame.isEmpty()) {
            findings.failed("C11", cut.about(), "frame.none", cut.index());
            return;
        }
        if (!frame.get().planes().sha256().hex().equals(cut.pixels())) {
            findings.failed("C11", cut.about(), "frame.pixels", cut.index());
            return;
        }
        Optional<BufferedImage> picture = picture(cut.picture());
        if (picture.isEmpty()) findings.failed("C11", cut.about(), "frame.noPicture");
        else if (!alike(picture.get(), frame.get().image()))
            findings.failed("C11", cut.about(), "frame.other", cut.index());
        else
            findings.passed(
                    "C11", cut.about(), "frame.same", cut.index(), frame.get().at().toMillis());
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
        for (int y = 0; y < height; y += BLOCK)
            for (int x = 0; x < width; x += BLOCK)
                if (apart(one, other, x, y) > MOST_APART) return false;
        return true;
    }

    private static int apart(BufferedImage one, BufferedImage other, int x, int y) {
        int right = Math.min(x + BLOCK, one.getWidth());
        int bottom = Math.min(y + BLOCK, one.getHeight());
        int sum = 0;
        for (int j = y; j < bottom; j++)
            for (int i = x; i < right; i++)
                sum += Math.abs(grey(one.getRGB(i, j)) - grey(other.getRGB(i, j)));
        return sum / ((right - x) * (bottom - y));
    }

    private static int grey(int rgb) {
        return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
    }
}
