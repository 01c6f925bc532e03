package packwitness.capture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The article's picture in the shop: a ceramic cup on a wooden table, always the same. */
final class ListingPicture {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final int HORIZON = 520;
    private static final Color COBALT = new Color(0x23, 0x4a, 0x8e);

    private ListingPicture() {}

    static BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        room(image);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        lights(g);
        shadow(g);
        saucer(g);
        handle(g);
        body(g);
        rim(g);
        g.dispose();
        grain(image);
        return image;
    }

    static byte[] jpeg() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.92f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(draw(), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A wall out of focus above, a table in perspective below. */
    private static void room(BufferedImage image) {
        Wood wood = new Wood(42, new int[] {196, 150, 100}, new int[] {112, 72, 40});
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++)
                row[x] = y < HORIZON ? wall(wood, x, y) : table(wood, x, y);
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
    }

    private static int wall(Wood noise, int x, int y) {
        double mottle =
                noise.noise(x / 210.0, y / 170.0) * 18 + noise.noise(x / 60.0, y / 60.0) * 5;
        double light = 1.1 - 0.45 * Math.hypot((x - 380) / 1500.0, (y - 120) / 900.0);
        int r = (int) Math.clamp((196 + mottle) * light, 0, 255);
        int g = (int) Math.clamp((186 + mottle) * light, 0, 255);
        int b = (int) Math.clamp((170 + mottle * 0.8) * light, 0, 255);
        return r << 16 | g << 8 | b;
    }

    private static int table(Wood wood, int x, int y) {
        double depth = 900.0 / (y - HORIZON + 150);
        double u = (x - WIDTH / 2.0) * depth * 0.62 + 400;
        double v = depth * 560;
        double away = Math.hypot((x - 700) / 1200.0, (y - 820) / 700.0);
        double haze = Math.clamp((y - HORIZON) / 60.0, 0.75, 1);
        return wood.colour(u, v, 190, (1.12 - 0.42 * away * away) * haze);
    }

    private static void lights(Graphics2D g) {
        Random random = new Random(9);
        for (int i = 0; i < 9; i++) {
            double r = 40 + random.nextInt(70);
            double x = random.nextInt(WIDTH);
            double y = random.nextInt(HORIZON - 160);
            g.setColor(new Color(255, 240, 206, 14 + random.nextInt(22)));
            g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        }
    }

    private static void shadow(Graphics2D g) {
        for (int i = 16; i > 0; i--) {
            g.setColor(new Color(24, 12, 4, 13));
            g.fill(new Ellipse2D.Double(450 - i * 9, 856 - i * 4, 860 + i * 20, 210 + i * 9));
        }
    }

    private static void saucer(Graphics2D g) {
        g.setPaint(
                new LinearGradientPaint(
                        400,
                        0,
                        1200,
                        0,
                        new float[] {0f, 0.35f, 1f},
                        new Color[] {
                            new Color(0xe2e0da), new Color(0xfbfaf5), new Color(0xb9b7b1)
                        }));
        g.fill(new Ellipse2D.Double(392, 836, 816, 214));
        g.setColor(new Color(0xa4a29c));
        g.setStroke(new BasicStroke(3f));
        g.draw(new Arc2D.Double(392, 842, 816, 214, 180, 180, Arc2D.OPEN));
        g.setColor(COBALT);
        g.setStroke(new BasicStroke(5f));
        g.draw(new Ellipse2D.Double(418, 846, 764, 190));
        g.setPaint(
                new RadialGradientPaint(
                        800,
                        936,
                        330,
                        new float[] {0f, 0.75f, 1f},
                        new Color[] {
                            new Color(70, 62, 54, 190),
                            new Color(110, 104, 96, 120),
                            new Color(0, 0, 0, 0)
                        }));
        g.fill(new Ellipse2D.Double(470, 858, 660, 160));
    }

    private static void handle(Graphics2D g) {
        int[] widths = {92, 76, 46, 18};
        Color[] colours = {
            new Color(0x8f8e8b),
            new Color(0xd6d5d0),
            new Color(0xf3f2ed),
            new Color(255, 255, 255, 200)
        };
        for (int i = 0; i < widths.length; i++) {
            g.setStroke(new BasicStroke(widths[i], BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(colours[i]);
            g.draw(new Arc2D.Double(1000 - i * 3, 470 - i * 4, 260, 290, -108, 206, Arc2D.OPEN));
        }
    }

    private static Path2D outline() {
        Path2D body = new Path2D.Double();
        body.moveTo(486, 400);
        body.curveTo(492, 620, 520, 800, 596, 906);
        body.curveTo(650, 960, 950, 960, 1004, 906);
        body.curveTo(1080, 800, 1108, 620, 1114, 400);
        body.closePath();
        return body;
    }

    private static void body(Graphics2D g) {
        Path2D body = outline();
        g.setPaint(
                new LinearGradientPaint(
                        486,
                        0,
                        1114,
                        0,
                        new float[] {0f, 0.08f, 0.28f, 0.62f, 0.92f, 1f},
                        new Color[] {
                            new Color(0xb3b2ae),
                            new Color(0xdddcd7),
                            new Color(0xfbfaf6),
                            new Color(0xe9e8e3),
                            new Color(0xa6a5a2),
                            new Color(0xb9b8b5)
                        }));
        g.fill(body);
        Shape clip = g.getClip();
        g.clip(body);
        g.setPaint(
                new LinearGradientPaint(
                        0,
                        400,
                        0,
                        960,
                        new float[] {0f, 0.7f, 1f},
                        new Color[] {
                            new Color(0, 0, 0, 0),
                            new Color(40, 34, 28, 12),
                            new Color(40, 34, 28, 105)
                        }));
        g.fill(body);
        branch(g);
        bands(g);
        specks(g);
        gloss(g);
        g.setClip(clip);
    }

    private static void bands(Graphics2D g) {
        g.setColor(COBALT);
        g.setStroke(new BasicStroke(9f));
        g.draw(new Arc2D.Double(552, 770, 496, 130, 180, 180, Arc2D.OPEN));
        g.setStroke(new BasicStroke(3f));
        g.draw(new Arc2D.Double(556, 790, 488, 128, 180, 180, Arc2D.OPEN));
        for (int i = 0; i < 30; i++) {
            double a = Math.PI * (0.03 + 0.94 * i / 29);
            double x = 800 - Math.cos(a) * 262;
            double y = 452 + Math.sin(a) * 62;
            g.fill(new Ellipse2D.Double(x - 5, y - 4, 10, 8));
        }
    }

    private static void branch(Graphics2D g) {
        Random random = new Random(77);
        g.setColor(new Color(0x2c, 0x50, 0x8c));
        twig(g, 12, 610, 880, 650, 760, 720, 742, 770, 660);
        twig(g, 8, 770, 660, 810, 600, 880, 600, 940, 540);
        twig(g, 6, 690, 746, 760, 760, 800, 770, 880, 720);
        twig(g, 5, 800, 622, 790, 570, 760, 560, 740, 530);
        double[][] blossoms = {
            {664, 770, 40}, {742, 700, 46}, {806, 612, 38}, {884, 590, 48}, {940, 536, 30},
            {820, 762, 42}, {888, 716, 34}, {738, 528, 26}, {630, 838, 26}, {706, 612, 20}
        };
        for (double[] b : blossoms) blossom(g, random, b[0], b[1], b[2]);
    }

    private static void twig(Graphics2D g, float width, double... p) {
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        path.curveTo(p[2], p[3], p[4], p[5], p[6], p[7]);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }

    private static void blossom(Graphics2D g, Random random, double x, double y, double r) {
        double turn = random.nextDouble() * 2;
        for (int petal = 0; petal < 5; petal++) {
            double a = turn + petal * Math.PI * 0.4;
            double px = x + Math.cos(a) * r * 0.55;
            double py = y + Math.sin(a) * r * 0.55;
            double size = r * (0.46 + 0.06 * random.nextDouble());
            g.setPaint(
                    new RadialGradientPaint(
                            (float) px,
                            (float) py,
                            (float) size,
                            new float[] {0f, 1f},
                            new Color[] {
                                new Color(0x86, 0xa9, 0xde), new Color(0x2f, 0x5a, 0xa6)
                            }));
            g.fill(new Ellipse2D.Double(px - size, py - size, 2 * size, 2 * size));
        }
        g.setColor(new Color(0xf2e4b0));
        g.fill(new Ellipse2D.Double(x - r * 0.16, y - r * 0.16, r * 0.32, r * 0.32));
        g.setColor(new Color(0x23, 0x4a, 0x8e));
        g.setStroke(new BasicStroke(1.6f));
        for (int i = 0; i < 7; i++) {
            double a = turn + i * 0.9;
            double ex = x + Math.cos(a) * r * 0.4;
            double ey = y + Math.sin(a) * r * 0.4;
            g.draw(new java.awt.geom.Line2D.Double(x, y, ex, ey));
            g.fill(new Ellipse2D.Double(ex - 2, ey - 2, 4, 4));
        }
    }

    /** Iron specks of stoneware glaze. */
    private static void specks(Graphics2D g) {
        Random random = new Random(123);
        for (int i = 0; i < 520; i++) {
            double x = 490 + random.nextDouble() * 620;
            double y = 440 + random.nextDouble() * 500;
            double r = 0.7 + random.nextDouble() * 2.2;
            g.setColor(new Color(96, 74, 52, 50 + random.nextInt(110)));
            g.fill(new Ellipse2D.Double(x, y, r * 2, r * 1.7));
        }
    }

    private static void gloss(Graphics2D g) {
        for (int i = 0; i < 14; i++) {
            g.setColor(new Color(255, 255, 255, 15));
            g.setStroke(
                    new BasicStroke(70 - i * 4.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Arc2D.Double(580, 330, 240, 780, 158, 44, Arc2D.OPEN));
        }
    }

    private static void rim(Graphics2D g) {
        g.setPaint(
                new LinearGradientPaint(
                        486,
                        0,
                        1114,
                        0,
                        new float[] {0f, 0.4f, 1f},
                        new Color[] {
                            new Color(0xd9d8d3), new Color(0xffffff), new Color(0xc9c8c4)
                        }));
        g.fill(new Ellipse2D.Double(486, 318, 628, 164));
        g.setPaint(
                new LinearGradientPaint(
                        510,
                        330,
                        1090,
                        470,
                        new float[] {0f, 0.5f, 1f},
                        new Color[] {
                            new Color(0x84817c), new Color(0xbdbab4), new Color(0xe9e7e1)
                        }));
        g.fill(new Ellipse2D.Double(506, 330, 588, 138));
        Shape clip = g.getClip();
        g.clip(new Ellipse2D.Double(506, 330, 588, 138));
        g.setPaint(
                new RadialGradientPaint(
                        800,
                        500,
                        300,
                        new float[] {0f, 1f},
                        new Color[] {new Color(255, 255, 255, 110), new Color(255, 255, 255, 0)}));
        g.fill(new Ellipse2D.Double(500, 400, 600, 200));
        g.setClip(clip);
        g.setColor(new Color(0x33, 0x58, 0x98));
        g.setStroke(new BasicStroke(4f));
        g.draw(new Ellipse2D.Double(489, 320, 622, 160));
    }

    /** What a sensor adds, so that no two areas are quite alike. */
    private static void grain(BufferedImage image) {
        Random random = new Random(2026);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            image.getRGB(0, y, WIDTH, 1, row, 0, WIDTH);
            for (int x = 0; x < WIDTH; x++) {
                int c = row[x];
                int n = random.nextInt(7) + random.nextInt(7) - 6;
                int r = Math.clamp((c >> 16 & 255) + n, 0, 255);
                int g = Math.clamp((c >> 8 & 255) + n, 0, 255);
                int b = Math.clamp((c & 255) + n + random.nextInt(3) - 1, 0, 255);
                row[x] = r << 16 | g << 8 | b;
            }
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
    }
}
