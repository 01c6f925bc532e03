package packwitness.capture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Small pictures for cameras without hardware. */
final class Jpegs {
    private Jpegs() {}

    static BufferedImage image(int width, int height, int number) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0x304050));
        g.fillRect(0, 0, width, height);
        g.setColor(Color.WHITE);
        g.fillRect(number * 7 % (width - 20), height / 3, 20, height / 3);
        g.dispose();
        return image;
    }

    static byte[] jpeg(int width, int height, int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image(width, height, number), "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Writes what a USB camera in MJPEG mode sends: one picture after the other. */
    static Path stream(Path file, int width, int height, int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) bytes.write(jpeg(width, height, i));
        return Files.write(file, bytes.toByteArray());
    }
}
