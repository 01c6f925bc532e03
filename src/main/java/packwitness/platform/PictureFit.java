package packwitness.platform;

import packwitness.platform.PlatformRule.Format;
import packwitness.platform.PlatformRule.Images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Codes a picture so that it keeps a channel's limits: first at lower quality, then smaller. A
 * picture is never made larger.
 */
final class PictureFit {
    private static final float[] QUALITIES = {0.92f, 0.85f, 0.75f, 0.65f};
    private static final double STEP = 0.85;

    private PictureFit() {}

    static byte[] fit(BufferedImage picture, Images limit) {
        double area = (double) picture.getWidth() * picture.getHeight();
        double scale = Math.min(1, Math.sqrt(limit.pixels() / area));
        while (true) {
            BufferedImage drawn = scaled(picture, scale, limit.pixels());
            if (limit.formats().getFirst() == Format.PNG) {
                byte[] png = png(drawn);
                if (png.length <= limit.bytes()) return png;
            } else {
                for (float quality : QUALITIES) {
                    byte[] jpeg = jpeg(drawn, quality);
                    if (jpeg.length <= limit.bytes()) return jpeg;
                }
            }
            scale *= STEP;
        }
    }

    private static BufferedImage scaled(BufferedImage picture, double scale, long pixels) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        // Rounding up both sides may pass the limit by a row.
        while ((long) width * height > pixels) {
            width = Math.max(1, width - 1);
            height = Math.max(1, height - 1);
        }
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = drawn.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
