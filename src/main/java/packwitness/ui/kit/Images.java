package packwitness.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Optional;

import javax.imageio.ImageIO;

/** Reads pictures for the eye, in all formats the program knows; any thread. */
public final class Images {
    private Images() {}

    /** Returns the picture, at most so large; nothing where it cannot be decoded. */
    public static Optional<Image> read(byte[] bytes, int width, int height) {
        Image image = new Image(new ByteArrayInputStream(bytes), width, height, true, true);
        return image.isError() ? readOther(bytes) : Optional.of(image);
    }

    private static Optional<Image> readOther(byte[] bytes) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
            if (read == null) return Optional.empty();
            int[] pixels =
                    read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
            return Optional.of(
                    new WritableImage(
                            new PixelBuffer<>(
                                    read.getWidth(),
                                    read.getHeight(),
                                    IntBuffer.wrap(pixels),
                                    PixelFormat.getIntArgbPreInstance())));
        } catch (IOException | RuntimeException hostile) {
            // What a stranger sent may break any decoder; it is shown as not readable.
            return Optional.empty();
        }
    }
}
