package packwitness.dossier.matter;

import packwitness.inspect.compare.Box;
import packwitness.inspect.compare.Region;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Draws the numbered regions into a copy of the received picture; the received bytes stay as they
 * are.
 */
final class RegionsDrawing {
    private static final int MOST_PIXELS = 40_000_000;

    private RegionsDrawing() {}

    /** Returns a JPEG, or nothing where this machine cannot decode the picture. */
    static Optional<byte[]> of(byte[] received, List<Region> regions) {
        try {
            Optional<BufferedImage> decoded = decode(received);
            if (decoded.isEmpty()) return Optional.empty();
            BufferedImage source = decoded.get();
            BufferedImage copy =
                    new BufferedImage(
                            source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = copy.createGraphics();
            g.drawImage(source, 0, 0, Color.WHITE, null);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            float line = Math.max(2f, Math.max(copy.getWidth(), copy.getHeight()) / 320f);
            for (Region region : regions) mark(g, region, line);
            g.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            return ImageIO.write(copy, "jpeg", out)
                    ? Optional.of(out.toByteArray())
                    : Optional.empty();
        } catch (IOException | RuntimeException undecodable) {
            // Decoders answer hostile bytes in many ways; the paper then shows the pair instead.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> decode(byte[] received) throws IOException {
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(received))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS)
                    return Optional.empty();
                return Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    /** White under red, so that the box is seen in black and white too. */
    private static void mark(Graphics2D g, Region region, float line) {
        Box box = region.theirs();
        int gap = Math.round(line * 2);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(line * 2));
        g.drawRect(box.x() - gap, box.y() - gap, box.width() + 2 * gap, box.height() + 2 * gap);
        g.setColor(new Color(200, 0, 0));
        g.setStroke(new BasicStroke(line));
        g.drawRect(box.x() - gap, box.y() - gap, box.width() + 2 * gap, box.height() + 2 * gap);
        int size = Math.round(line * 11);
        int left = box.x() - gap;
        int top = Math.max(0, box.y() - gap - size);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        g.fillRect(left, top, size * (region.number() > 9 ? 2 : 1), size);
        g.setColor(Color.WHITE);
        g.drawString(Integer.toString(region.number()), left + size / 5, top + size * 17 / 20);
    }
}
