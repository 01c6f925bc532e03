package packwitness.bench.faults;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Multipart MJPEG files, byte for byte what a network camera sends: good pictures, then bad ones,
 * then good ones again. One thread.
 */
final class Pictures {
    static final int RATE = 25;
    static final int BAD_FROM = 4 * RATE;
    private static final int BAD = 8 * RATE;
    private static final int AFTER = 3 * RATE;

    /** Makes the n-th bad picture out of a good one. */
    @FunctionalInterface
    interface Spoiler {
        byte[] spoil(int number, BufferedImage good, byte[] jpeg) throws IOException;
    }

    private final List<BufferedImage> images = new ArrayList<>();
    private final List<byte[]> jpegs = new ArrayList<>();

    /** Takes the pictures of a recorded video. */
    Pictures(Path video) throws Failure, IOException {
        try (FrameReader reader = FrameReader.open(video)) {
            for (Optional<DecodedFrame> frame = reader.next();
                    frame.isPresent();
                    frame = reader.next()) {
                images.add(frame.get().image());
                jpegs.add(jpeg(frame.get().image()));
            }
        }
    }

    /** Writes a file whose pictures go bad at {@link #BAD_FROM} and become good again. */
    Path write(Path file, Spoiler spoiler) throws IOException {
        return write(file, spoiler, BAD_FROM);
    }

    /** Writes a file that begins with so many good pictures. */
    Path write(Path file, Spoiler spoiler, int goodAtFirst) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            int number = BAD_FROM - goodAtFirst;
            for (; number < BAD_FROM; number++) part(out, good(number));
            for (; number < BAD_FROM + BAD; number++) {
                int at = number % images.size();
                part(out, spoiler.spoil(number - BAD_FROM, images.get(at), jpegs.get(at)));
            }
            for (; number < BAD_FROM + BAD + AFTER; number++) part(out, good(number));
        }
        return file;
    }

    private byte[] good(int number) {
        return jpegs.get(number % jpegs.size());
    }

    private static void part(OutputStream out, byte[] jpeg) throws IOException {
        String head =
                "--picture\r\nContent-Type: image/jpeg\r\nContent-Length: "
                        + jpeg.length
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    byte[] first() {
        return jpegs.getFirst();
    }

    static BufferedImage black(BufferedImage like) {
        return new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    /** A hand before the lens: dark, and noisy as a sensor is. */
    static BufferedImage covered(BufferedImage like, int number) {
        BufferedImage picture = black(like);
        Random noise = new Random(number);
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++)
                picture.setRGB(x, y, new Color(noise.nextInt(12), noise.nextInt(8), 4).getRGB());
        return picture;
    }

    static BufferedImage drawn(BufferedImage good, int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(good, 0, 0, width, height, null);
        pen.dispose();
        return picture;
    }
}
