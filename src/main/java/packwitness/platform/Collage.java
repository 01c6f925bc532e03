package packwitness.platform;

import packwitness.capture.BundledFont;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Sets up to four pictures into one sheet, each with its caption; nothing of a picture is cut. */
final class Collage {
    static final int MOST = 4;
    private static final int CELL_WIDTH = 960;
    private static final int CELL_HEIGHT = 540;
    private static final int CAPTION = 40;
    private static final int GAP = 8;

    private Collage() {}

    static BufferedImage of(List<Captioned> pictures) {
        if (pictures.isEmpty() || pictures.size() > MOST)
            throw new IllegalArgumentException(pictures.size() + " pictures");
        int columns = pictures.size() == 1 ? 1 : 2;
        int rows = (pictures.size() + columns - 1) / columns;
        int width = columns * CELL_WIDTH + (columns + 1) * GAP;
        int height = rows * (CELL_HEIGHT + CAPTION) + (rows + 1) * GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < pictures.size(); i++) {
            int x = GAP + i % columns * (CELL_WIDTH + GAP);
            int y = GAP + i / columns * (CELL_HEIGHT + CAPTION + GAP);
            cell(g, pictures.get(i), x, y);
        }
        g.dispose();
        return sheet;
    }

    private static void cell(Graphics2D g, Captioned one, int x, int y) {
        BufferedImage picture = one.picture();
        double scale =
                Math.min(
                        (double) CELL_WIDTH / picture.getWidth(),
                        (double) CELL_HEIGHT / picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        g.drawImage(
                picture,
                x + (CELL_WIDTH - width) / 2,
                y + (CELL_HEIGHT - height) / 2,
                width,
                height,
                null);
        g.setColor(Color.BLACK);
        g.setFont(fitting(g, one.caption()));
        g.drawString(one.caption(), x + 2, y + CELL_HEIGHT + CAPTION - 12);
    }

    private static Font fitting(Graphics2D g, String caption) {
        float size = 26;
        Font font = BundledFont.regular(size);
        FontMetrics metrics = g.getFontMetrics(font);
        while (metrics.stringWidth(caption) > CELL_WIDTH - 4 && size > 9) {
            size--;
            font = BundledFont.regular(size);
            metrics = g.getFontMetrics(font);
        }
        return font;
    }
}
