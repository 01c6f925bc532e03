package packwitness.dossier.print;

import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.StillRole;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.ImageIO;

/** Drawn pictures of a packing table and of a cup, so that no test needs a camera. */
final class SamplePictures {
    private SamplePictures() {}

    static Picture still(StillRole role, int number, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        double scale = width / 1280.0;
        pen.scale(scale, scale);
        pen.setPaint(
                new GradientPaint(
                        0, 0, new Color(0x8c, 0x7b, 0x66), 0, 720, new Color(0xb8, 0xa5, 0x8a)));
        pen.fillRect(0, 0, 1280, 720);
        noise(pen, number);
        pen.setColor(new Color(0xc9, 0x9a, 0x5e));
        pen.fillRect(360, 150, 560, 420);
        pen.setColor(new Color(0x9c, 0x70, 0x3a));
        pen.setStroke(new BasicStroke(6));
        pen.drawRect(360, 150, 560, 420);
        switch (role) {
            case GOODS, OTHER -> {
                pen.setColor(new Color(0xa8, 0x7d, 0x46));
                pen.fillRect(392, 182, 496, 356);
                cup(pen, 640, 360, 1.25, false);
            }
            case LABEL -> label(pen);
            case SEAL -> {
                label(pen);
                pen.setColor(new Color(0xe8, 0xdc, 0xb0, 190));
                pen.fillRect(360, 320, 560, 64);
            }
        }
        pen.setColor(new Color(0, 0, 0, 150));
        pen.fillRect(0, 0, 1280, 44);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 24));
        if (width >= 1920) grain(image, number);
        pen.drawString(
                "2026-11-16 14:03:%02d  SF1234567890  T1  #7f3a".formatted(number % 60), 18, 31);
        pen.dispose();
        return encoded(image, "jpeg");
    }

    private static void label(Graphics2D pen) {
        pen.setColor(Color.WHITE);
        pen.fillRect(480, 210, 320, 300);
        pen.setColor(Color.BLACK);
        Random bars = new Random(7);
        for (int x = 505; x < 775; ) {
            int bar = 2 + bars.nextInt(5);
            pen.fillRect(x, 235, bar, 80);
            x += bar + 2 + bars.nextInt(5);
        }
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        pen.drawString("SF1234567890", 545, 350);
        for (int y = 385; y < 490; y += 26) pen.fillRect(505, y, 180 + y % 70, 7);
    }

    /** Draws the cup as the shop shows it, or with a crack painted in. */
    static Picture cup(boolean cracked, String format) {
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setPaint(
                new GradientPaint(
                        0, 0, new Color(0xee, 0xea, 0xe2), 0, 900, new Color(0xcf, 0xc8, 0xba)));
        pen.fillRect(0, 0, 1200, 900);
        cup(pen, 600, 460, 2.6, cracked);
        pen.dispose();
        return encoded(image, format);
    }

    /** Draws the cracked cup with its numbered region. */
    static Picture overlay() {
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setPaint(
                new GradientPaint(
                        0, 0, new Color(0xee, 0xea, 0xe2), 0, 900, new Color(0xcf, 0xc8, 0xba)));
        pen.fillRect(0, 0, 1200, 900);
        cup(pen, 600, 460, 2.6, true);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(9));
        pen.drawRect(520, 330, 190, 300);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(3));
        pen.drawRect(520, 330, 190, 300);
        pen.setColor(Color.BLACK);
        pen.fillOval(484, 290, 66, 66);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 46));
        pen.drawString("1", 504, 340);
        pen.dispose();
        return encoded(image, "png");
    }

    private static void cup(Graphics2D pen, double x, double y, double scale, boolean cracked) {
        var before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(scale, scale);
        pen.setStroke(new BasicStroke(16));
        pen.setColor(new Color(0xd8, 0xdd, 0xe2));
        pen.drawOval(55, -45, 62, 84);
        Path2D body = new Path2D.Double();
        body.moveTo(-85, -95);
        body.lineTo(-66, 100);
        body.quadTo(0, 128, 66, 100);
        body.lineTo(85, -95);
        body.closePath();
        pen.setPaint(new GradientPaint(-85, 0, Color.WHITE, 90, 0, new Color(0xb9, 0xc2, 0xcb)));
        pen.fill(body);
        pen.setPaint(new Color(0xe6, 0xea, 0xee));
        pen.fill(new Ellipse2D.Double(-85, -117, 170, 44));
        pen.setPaint(new Color(0xa9, 0xb2, 0xbb));
        pen.fill(new Ellipse2D.Double(-74, -110, 148, 32));
        pen.setColor(new Color(0x30, 0x57, 0x84));
        pen.fillRect(-74, 20, 148, 12);
        if (cracked) {
            pen.setColor(new Color(0x3a, 0x36, 0x32));
            pen.setStroke(new BasicStroke(1.6f));
            Path2D crack = new Path2D.Double();
            crack.moveTo(-12, -40);
            crack.lineTo(-2, -18);
            crack.lineTo(-10, 4);
            crack.lineTo(6, 26);
            crack.lineTo(2, 48);
            crack.moveTo(-2, -18);
            crack.lineTo(20, -6);
            crack.lineTo(27, 12);
            crack.moveTo(6, 26);
            crack.lineTo(24, 38);
            pen.draw(crack);
        }
        pen.setTransform(before);
    }

    private static void noise(Graphics2D pen, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 9000; i++) {
            int grey = 90 + random.nextInt(90);
            pen.setColor(new Color(grey, grey - 10, grey - 24, 60));
            pen.fillRect(random.nextInt(1280), random.nextInt(720), 3, 3);
        }
    }

    /** Adds the noise of a real sensor, so that the bytes weigh what a camera's weigh. */
    private static void grain(BufferedImage image, int seed) {
        Random random = new Random(seed);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                int shift = random.nextInt(27) - 13;
                int rgb = image.getRGB(x, y);
                int r = Math.clamp((rgb >> 16 & 255) + shift, 0, 255);
                int g = Math.clamp((rgb >> 8 & 255) + shift, 0, 255);
                int b = Math.clamp((rgb & 255) + shift, 0, 255);
                image.setRGB(x, y, r << 16 | g << 8 | b);
            }
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static Picture encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) throw new IllegalStateException(format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Picture.of(out.toByteArray());
    }
}
