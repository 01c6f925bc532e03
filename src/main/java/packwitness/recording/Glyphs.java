package packwitness.recording;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Characters drawn once, as rows of luma on a dark ground; one thread. */
final class Glyphs {
    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final int MOST = 4000;
    private static final int GROUND = 24;
    private static final int INK = 235;

    private static final class Bundled {
        static final Font FONT = load();

        private static Font load() {
            try (InputStream in = Glyphs.class.getResourceAsStream(Glyphs.FONT)) {
                if (in == null) throw new IllegalStateException("no font " + Glyphs.FONT);
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Font font;
    private final int height;
    private final int ascent;
    private final Map<Integer, byte[][]> drawn = new LinkedHashMap<>();

    Glyphs(int size) {
        font = Bundled.FONT.deriveFont((float) size);
        Graphics2D g = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        FontMetrics metrics = g.getFontMetrics(font);
        // The font's own line is half as high again as its letters; the picture is dear.
        ascent = Math.round(size * 0.98f);
        height = (ascent + Math.round(size * 0.3f) + 1) & ~1;
        g.dispose();
        if (metrics.charWidth('0') <= 0) throw new IllegalStateException("font without digits");
    }

    int height() {
        return height;
    }

    byte[][] of(int codePoint) {
        if (drawn.size() >= MOST) drawn.clear();
        return drawn.computeIfAbsent(codePoint, this::draw);
    }

    private byte[][] draw(int codePoint) {
        BufferedImage image = new BufferedImage(height * 2, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(font);
        String text = Character.toString(Character.isISOControl(codePoint) ? ' ' : codePoint);
        int width = Math.min(height * 2, (g.getFontMetrics().stringWidth(text) + 1) & ~1);
        g.drawString(text, 0, ascent);
        g.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[][] rows = new byte[height][width];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int ink = pixels[y * height * 2 + x] & 255;
                rows[y][x] = (byte) (GROUND + ink * (INK - GROUND) / 255);
            }
        return rows;
    }
}
