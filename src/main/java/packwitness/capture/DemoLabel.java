package packwitness.capture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Draws the shipping label of the demonstration; its modules are whole pixels, as printed. */
final class DemoLabel {
    private static final Color PAPER = new Color(0xf7f6f2);
    private static final Color INK = new Color(0x17181a);

    private DemoLabel() {}

    /** Returns a label for a picture of this scale; 1 is 1280 x 720. */
    static BufferedImage draw(String waybill, double scale) {
        int width = (int) (432 * scale) & ~1;
        int height = (int) (272 * scale) & ~1;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(PAPER);
        g.fillRoundRect(0, 0, width, height, (int) (8 * scale), (int) (8 * scale));
        g.setColor(INK);
        text(g, "演示快递", true, 26, 16, 34, scale);
        text(g, "DEMO EXPRESS", false, 13, 128, 32, scale);
        g.setStroke(new BasicStroke((float) Math.max(1, 1.5 * scale)));
        line(g, 42, width, scale);
        bars(g, waybill, width, scale);
        line(g, 158, width, scale);
        int square = square(g, waybill, width, height, scale);
        text(g, "收件  张**  138****0000", false, 15, 16, 184, scale);
        text(g, "杭州市 示例路 1 号", false, 15, 16, 206, scale);
        text(g, "内件  陶瓷杯 × 1", false, 15, 16, 228, scale);
        g.setColor(new Color(0x9a9ba0));
        text(g, "演示面单 · SAMPLE", false, 12, 16, 256, scale);
        g.setColor(new Color(0, 0, 0, 50));
        g.drawRect(0, 0, width - 1, height - 1);
        g.dispose();
        assert square >= 0;
        return image;
    }

    private static void text(
            Graphics2D g, String text, boolean bold, double size, double x, double y, double s) {
        float pixels = (float) (size * s);
        g.setFont(bold ? BundledFont.bold(pixels) : BundledFont.regular(pixels));
        g.drawString(text, (float) (x * s), (float) (y * s));
    }

    private static void line(Graphics2D g, double y, int width, double s) {
        g.drawLine((int) (12 * s), (int) (y * s), width - (int) (12 * s), (int) (y * s));
    }

    private static void bars(Graphics2D g, String waybill, int width, double s) {
        BitMatrix code = new Code128Writer().encode(ascii(waybill), BarcodeFormat.CODE_128, 1, 1);
        int modules = code.getWidth();
        int module = Math.max(1, (int) ((width - 16 * s) / modules));
        int left = (width - modules * module) / 2;
        for (int i = 0; i < modules; i++)
            if (code.get(i, 0))
                g.fillRect(left + i * module, (int) (52 * s), module, (int) (72 * s));
        g.setFont(BundledFont.regular((float) (22 * s)));
        int wide = g.getFontMetrics().stringWidth(waybill);
        g.drawString(waybill, (width - wide) / 2, (int) (149 * s));
    }

    private static int square(Graphics2D g, String waybill, int width, int height, double s) {
        BitMatrix code;
        try {
            code =
                    new QRCodeWriter()
                            .encode(
                                    waybill,
                                    BarcodeFormat.QR_CODE,
                                    1,
                                    1,
                                    Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code of " + waybill.length() + " signs", e);
        }
        int modules = code.getWidth();
        int module = Math.max(1, (int) (100 * s / modules));
        int left = width - (int) (18 * s) - modules * module;
        int top = (int) (164 * s) + (height - (int) (164 * s) - modules * module) / 2;
        for (int y = 0; y < modules; y++)
            for (int x = 0; x < modules; x++)
                if (code.get(x, y)) g.fillRect(left + x * module, top + y * module, module, module);
        return left;
    }

    /** Code 128 knows ASCII only; anything else must not end the picture. */
    private static String ascii(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "");
        return plain.isEmpty() ? "-" : plain.substring(0, Math.min(plain.length(), 40));
    }
}
