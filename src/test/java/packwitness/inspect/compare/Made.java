package packwitness.inspect.compare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Small pictures drawn without the code under test. */
final class Made {
    private Made() {}

    static BufferedImage scene(int width, int height) {
        return scene(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    static BufferedImage scene(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(200, 190, 170));
        pen.fillRect(0, 0, width, height);
        Random random = new Random(4);
        for (int i = 0; i < 160; i++) {
            pen.setColor(
                    new Color(
                            40 + random.nextInt(180),
                            40 + random.nextInt(180),
                            40 + random.nextInt(180)));
            int w = 8 + random.nextInt(50);
            int h = 8 + random.nextInt(50);
            if (i % 2 == 0) pen.fillRect(random.nextInt(width), random.nextInt(height), w, h);
            else pen.fillOval(random.nextInt(width), random.nextInt(height), w, h);
        }
        pen.dispose();
        return picture;
    }

    static BufferedImage mirrored(BufferedImage from) {
        BufferedImage to = new BufferedImage(from.getWidth(), from.getHeight(), from.getType());
        Graphics2D pen = to.createGraphics();
        pen.drawImage(from, from.getWidth(), 0, -from.getWidth(), from.getHeight(), null);
        pen.dispose();
        return to;
    }

    static byte[] jpeg(BufferedImage picture, int quality) {
        return jpeg(picture, quality, false);
    }

    static byte[] jpeg(BufferedImage picture, int quality, boolean progressive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            if (progressive) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] file(String format, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) throw new IOException(format);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
