package packwitness.capture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Draws the things on the demonstration's table once, in units of a 1280 x 720 picture; any thread.
 */
final class DemoProps {
    static final int CARTON_WIDTH = 780;
    static final int CARTON_HEIGHT = 640;

    /** The box inside the carton sprite, without flaps. */
    static final Rectangle2D BOX = new Rectangle2D.Double(150, 150, 480, 330);

    private static final Color KRAFT = new Color(0xc4, 0x98, 0x63);
    private static final Color SKIN = new Color(0xe2, 0xb0, 0x90);
    private static final Color SKIN_DARK = new Color(0xb9, 0x80, 0x62);
    private static final Color SLEEVE = new Color(0x2c, 0x44, 0x66);

    private final double scaleX;
    private final double scaleY;

    DemoProps(int width, int height) {
        scaleX = width / 1280.0;
        scaleY = height / 720.0;
    }

    YuvCanvas.Sprite sprite(int width, int height, Consumer<Graphics2D> painter) {
        return new YuvCanvas.Sprite(image(width, height, painter));
    }

    private BufferedImage image(int width, int height, Consumer<Graphics2D> painter) {
        BufferedImage image =
                new BufferedImage(
                        Math.max(2, (int) Math.ceil(width * scaleX)),
                        Math.max(2, (int) Math.ceil(height * scaleY)),
                        BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scaleX, scaleY);
        painter.accept(g);
        g.dispose();
        return image;
    }

    /** The table with everything that never moves. */
    YuvCanvas.Sprite table() {
        BufferedImage image = image(1280, 720, g -> {});
        Wood wood = new Wood(11, new int[] {206, 168, 122}, new int[] {136, 96, 60});
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double ux = x / scaleX;
                double uy = y / scaleY;
                double away = Math.hypot((ux - 560) / 900, (uy - 300) / 620);
                row[x] = wood.colour(ux, uy, 118, 1.06 - 0.34 * away * away);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(scaleX, scaleY);
        mat(g);
        tapeRoll(g, 1130, 170);
        pen(g);
        flatCartons(g);
        g.dispose();
        return new YuvCanvas.Sprite(image);
    }

    private static void mat(Graphics2D g) {
        softShadow(g, new RoundRectangle2D.Double(196, 92, 860, 580, 26, 26), 9, 0.30f);
        g.setPaint(new GradientPaint(196, 92, new Color(0x3f7468), 1056, 672, new Color(0x2b564d)));
        g.fill(new RoundRectangle2D.Double(196, 92, 860, 580, 26, 26));
        g.setStroke(new BasicStroke(1f));
        for (int i = 0; i <= 20; i++) {
            g.setColor(new Color(255, 255, 255, i % 5 == 0 ? 62 : 26));
            g.draw(new Line2D.Double(226 + i * 40, 118, 226 + i * 40, 646));
            if (i <= 13) g.draw(new Line2D.Double(226, 120 + i * 40, 1026, 120 + i * 40));
        }
        g.setColor(new Color(255, 255, 255, 80));
        g.draw(new RoundRectangle2D.Double(206, 102, 840, 560, 20, 20));
    }

    private static void tapeRoll(Graphics2D g, double x, double y) {
        softShadow(g, new Ellipse2D.Double(x - 56, y - 50, 124, 124), 10, 0.35f);
        g.setPaint(
                new RadialGradientPaint(
                        (float) x,
                        (float) y,
                        64,
                        new float[] {0.5f, 0.8f, 1f},
                        new Color[] {
                            new Color(0xa9783c), new Color(0xd3a667), new Color(0x9c6c34)
                        }));
        Area ring = new Area(new Ellipse2D.Double(x - 62, y - 62, 124, 124));
        ring.subtract(new Area(new Ellipse2D.Double(x - 32, y - 32, 64, 64)));
        g.fill(ring);
        g.setColor(new Color(90, 58, 24, 70));
        g.setStroke(new BasicStroke(1f));
        for (int r = 36; r < 62; r += 4) g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(new Color(0xdad2c4));
        g.setStroke(new BasicStroke(5f));
        g.draw(new Ellipse2D.Double(x - 32, y - 32, 64, 64));
    }

    private static void pen(Graphics2D g) {
        AffineTransform before = g.getTransform();
        g.rotate(-0.5, 120, 300);
        softShadow(g, new RoundRectangle2D.Double(46, 300, 150, 13, 10, 10), 5, 0.35f);
        g.setPaint(new GradientPaint(0, 296, new Color(0x4a5668), 0, 308, new Color(0x161c26)));
        g.fill(new RoundRectangle2D.Double(46, 296, 130, 12, 8, 8));
        g.setColor(new Color(0xc9ced6));
        g.fill(new Rectangle2D.Double(58, 292, 44, 4));
        Path2D tip = new Path2D.Double();
        tip.moveTo(176, 296);
        tip.lineTo(200, 302);
        tip.lineTo(176, 308);
        tip.closePath();
        g.fill(tip);
        g.setTransform(before);
    }

    private static void flatCartons(Graphics2D g) {
        Random random = new Random(5);
        for (int i = 0; i < 4; i++) {
            double x = -70 + i * 5 + random.nextInt(6);
            double y = 430 - i * 7;
            softShadow(g, new Rectangle2D.Double(x, y, 210, 330), 5, 0.28f);
            g.setColor(shade(KRAFT, 0.80 + i * 0.07));
            g.fill(new Rectangle2D.Double(x, y, 210, 330));
            g.setColor(new Color(90, 60, 30, 90));
            g.setStroke(new BasicStroke(1.4f));
            g.draw(new Line2D.Double(x, y + 82, x + 210, y + 82));
            g.draw(new Rectangle2D.Double(x, y, 210, 330));
        }
    }

    /** A soft shadow by a few growing, faint layers. */
    private static void softShadow(Graphics2D g, Shape shape, int reach, float strength) {
        AffineTransform before = g.getTransform();
        g.translate(reach * 0.5, reach * 0.9);
        int layers = 4;
        g.setColor(new Color(20, 12, 4, (int) (strength * 255 / layers * 0.7)));
        g.fill(shape);
        for (int i = 1; i <= layers; i++) {
            g.setStroke(
                    new BasicStroke(
                            2f * reach * i / layers, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
            g.draw(shape);
        }
        g.setTransform(before);
    }

    private static Color shade(Color colour, double by) {
        return new Color(
                (int) Math.clamp(colour.getRed() * by, 0, 255),
                (int) Math.clamp(colour.getGreen() * by, 0, 255),
                (int) Math.clamp(colour.getBlue() * by, 0, 255));
    }

    /**
     * The carton with its side and front flaps from 0 (folded out) to 1 (closed); {@code inside}
     * paints what lies in it.
     */
    YuvCanvas.Sprite carton(double sides, double fronts) {
        return sprite(
                CARTON_WIDTH,
                CARTON_HEIGHT,
                g -> {
                    if (sides < 0.5) {
                        flap(g, 0, sides);
                        flap(g, 1, sides);
                    }
                    if (fronts < 0.5) {
                        flap(g, 2, fronts);
                        flap(g, 3, fronts);
                    }
                    // Where a flap has passed the upright it lies over the opening.
                    g.setColor(shade(KRAFT, 0.9));
                    g.setStroke(new BasicStroke(7f));
                    g.draw(BOX);
                    if (sides >= 0.5) {
                        flap(g, 0, sides);
                        flap(g, 1, sides);
                    }
                    if (fronts >= 0.5) {
                        flap(g, 2, fronts);
                        flap(g, 3, fronts);
                    }
                    if (fronts >= 1) speckle(g, BOX, 3);
                });
    }

    /** The shadow of the carton, which lies at its place. */
    YuvCanvas.Sprite cartonShadow() {
        return sprite(CARTON_WIDTH, CARTON_HEIGHT, g -> softShadow(g, BOX, 22, 0.7f));
    }

    /** The inside of the open carton: walls that darken towards the bottom. */
    YuvCanvas.Sprite inside() {
        return sprite(
                (int) BOX.getWidth(),
                (int) BOX.getHeight(),
                g -> {
                    double w = BOX.getWidth();
                    double h = BOX.getHeight();
                    double in = 44;
                    wall(g, 0.62, 0, 0, w, 0, w - in, in, in, in);
                    wall(g, 0.86, 0, h, w, h, w - in, h - in, in, h - in);
                    wall(g, 0.72, 0, 0, 0, h, in, h - in, in, in);
                    wall(g, 0.78, w, 0, w, h, w - in, h - in, w - in, in);
                    g.setPaint(
                            new GradientPaint(
                                    0,
                                    0,
                                    shade(KRAFT, 0.5),
                                    (float) w,
                                    (float) h,
                                    shade(KRAFT, 0.68)));
                    g.fill(new Rectangle2D.Double(in, in, w - 2 * in, h - 2 * in));
                    g.setColor(new Color(60, 38, 16, 110));
                    g.setStroke(new BasicStroke(2f));
                    g.draw(new Line2D.Double(in, h / 2, w - in, h / 2));
                    g.draw(new Rectangle2D.Double(in, in, w - 2 * in, h - 2 * in));
                });
    }

    private static void wall(Graphics2D g, double light, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < 8; i += 2) path.lineTo(corners[i], corners[i + 1]);
        path.closePath();
        g.setColor(shade(KRAFT, light));
        g.fill(path);
    }

    /** Side 0 left, 1 right, 2 back, 3 front; seen from above its reach is a cosine. */
    private static void flap(Graphics2D g, int side, double closed) {
        double length = side < 2 ? 138 : BOX.getHeight() / 2;
        double angle = Math.PI * closed;
        double reach = length * Math.cos(angle);
        double rise = Math.sin(angle);
        double spread = 10 + 16 * rise;
        if (closed >= 1) spread = side < 2 ? -4 : 0;
        double x0 = BOX.getMinX();
        double x1 = BOX.getMaxX();
        double y0 = BOX.getMinY();
        double y1 = BOX.getMaxY();
        Path2D path = new Path2D.Double();
        switch (side) {
            case 0 -> quad(path, x0, y0, x0, y1, x0 - reach, y1 + spread, x0 - reach, y0 - spread);
            case 1 -> quad(path, x1, y0, x1, y1, x1 + reach, y1 + spread, x1 + reach, y0 - spread);
            case 2 -> quad(path, x0, y0, x1, y0, x1 + spread, y0 - reach, x0 - spread, y0 - reach);
            default -> quad(path, x0, y1, x1, y1, x1 + spread, y1 + reach, x0 - spread, y1 + reach);
        }
        double light = (closed < 0.5 ? 1.04 : 1.0) - 0.22 * rise + (side == 3 ? 0.04 : 0);
        if (closed < 0.15) softShadow(g, path, 7, 0.3f);
        g.setColor(shade(KRAFT, light + (side == 2 ? -0.03 : 0)));
        g.fill(path);
        g.setColor(new Color(84, 56, 26, 120));
        g.setStroke(new BasicStroke(1.5f));
        g.draw(path);
    }

    private static void quad(Path2D path, double... corners) {
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < 8; i += 2) path.lineTo(corners[i], corners[i + 1]);
        path.closePath();
    }

    private static void speckle(Graphics2D g, Rectangle2D where, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 900; i++) {
            g.setColor(new Color(70, 46, 20, 14 + random.nextInt(26)));
            double x = where.getX() + random.nextDouble() * where.getWidth();
            double y = where.getY() + random.nextDouble() * where.getHeight();
            g.fill(new Rectangle2D.Double(x, y, 2 + random.nextInt(9), 1));
        }
        g.setColor(new Color(70, 44, 18, 60));
        AffineTransform before = g.getTransform();
        g.setFont(BundledFont.bold(22));
        g.drawString("易碎  FRAGILE", (float) where.getX() + 26, (float) where.getMaxY() - 12);
        g.setTransform(before);
    }

    /** A white mug with a blue plum branch, seen from the front and above. */
    YuvCanvas.Sprite mug() {
        return sprite(210, 190, g -> drawMug(g));
    }

    private static void drawMug(Graphics2D g) {
        softShadow(g, new Ellipse2D.Double(26, 112, 124, 48), 12, 0.4f);
        g.setStroke(new BasicStroke(15f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0xc4c7c9));
        g.draw(new Arc2D.Double(122, 62, 62, 62, -100, 200, Arc2D.OPEN));
        g.setStroke(new BasicStroke(9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0xf1f2f0));
        g.draw(new Arc2D.Double(122, 61, 61, 61, -98, 196, Arc2D.OPEN));
        Path2D body = new Path2D.Double();
        body.moveTo(16, 52);
        body.curveTo(18, 110, 26, 150, 40, 158);
        body.curveTo(66, 172, 108, 172, 132, 158);
        body.curveTo(148, 150, 156, 110, 158, 52);
        body.closePath();
        g.setPaint(
                new java.awt.LinearGradientPaint(
                        16,
                        0,
                        158,
                        0,
                        new float[] {0f, 0.22f, 0.6f, 1f},
                        new Color[] {
                            new Color(0xc9ccce),
                            new Color(0xfdfdfa),
                            new Color(0xebecea),
                            new Color(0xa2a7ab)
                        }));
        g.fill(body);
        Shape clip = g.getClip();
        g.clip(body);
        plum(g);
        g.setColor(new Color(0x25, 0x4f, 0x92, 220));
        g.setStroke(new BasicStroke(5f));
        g.draw(new Arc2D.Double(20, 116, 134, 46, 180, 180, Arc2D.OPEN));
        g.setClip(clip);
        g.setColor(new Color(0xf6f7f5));
        g.fill(new Ellipse2D.Double(16, 28, 142, 52));
        g.setPaint(new GradientPaint(24, 30, new Color(0x9ea4a8), 150, 78, new Color(0xe4e6e5)));
        g.fill(new Ellipse2D.Double(24, 33, 126, 42));
        g.setColor(new Color(0x25, 0x4f, 0x92));
        g.setStroke(new BasicStroke(2.4f));
        g.draw(new Ellipse2D.Double(17, 29, 140, 50));
        g.setColor(new Color(255, 255, 255, 170));
        g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Arc2D.Double(32, 60, 40, 110, 160, 50, Arc2D.OPEN));
    }

    private static void plum(Graphics2D g) {
        g.setColor(new Color(0x2b, 0x55, 0x96));
        g.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D branch = new Path2D.Double();
        branch.moveTo(46, 150);
        branch.curveTo(58, 128, 72, 122, 84, 106);
        branch.curveTo(92, 96, 108, 96, 122, 88);
        g.draw(branch);
        double[][] blossoms = {
            {66, 118, 9}, {90, 98, 11}, {112, 100, 8}, {124, 88, 7}, {78, 134, 7}
        };
        for (double[] b : blossoms) {
            for (int petal = 0; petal < 5; petal++) {
                double a = petal * Math.PI * 0.4;
                double r = b[2] * 0.62;
                g.setColor(new Color(0x4a, 0x7a, 0xc0));
                g.fill(
                        new Ellipse2D.Double(
                                b[0] + Math.cos(a) * r - r * 0.8,
                                b[1] + Math.sin(a) * r - r * 0.8,
                                r * 1.6,
                                r * 1.6));
            }
            g.setColor(new Color(0xf0e6b8));
            g.fill(new Ellipse2D.Double(b[0] - 2.4, b[1] - 2.4, 4.8, 4.8));
        }
    }

    /** Crumpled packing paper. */
    YuvCanvas.Sprite paper() {
        return sprite(
                400,
                250,
                g -> {
                    Random random = new Random(21);
                    Path2D outline = new Path2D.Double();
                    int corners = 26;
                    for (int i = 0; i < corners; i++) {
                        double a = i * 2 * Math.PI / corners;
                        double r = 0.88 + 0.12 * random.nextDouble();
                        double x = 200 + Math.cos(a) * 184 * r;
                        double y = 125 + Math.sin(a) * 108 * r;
                        if (i == 0) outline.moveTo(x, y);
                        else outline.lineTo(x, y);
                    }
                    outline.closePath();
                    softShadow(g, outline, 8, 0.4f);
                    g.setColor(new Color(0xdcd0b6));
                    g.fill(outline);
                    Shape clip = g.getClip();
                    g.clip(outline);
                    for (int i = 0; i < 70; i++) {
                        Path2D fold = new Path2D.Double();
                        double x = random.nextDouble() * 400;
                        double y = random.nextDouble() * 250;
                        fold.moveTo(x, y);
                        fold.lineTo(x + random.nextGaussian() * 50, y + random.nextGaussian() * 36);
                        fold.lineTo(x + random.nextGaussian() * 50, y + random.nextGaussian() * 36);
                        fold.closePath();
                        boolean light = random.nextBoolean();
                        g.setColor(
                                light ? new Color(255, 250, 236, 60) : new Color(96, 80, 50, 36));
                        g.fill(fold);
                    }
                    g.setClip(clip);
                });
    }

    /** A right hand and its sleeve, reaching in from the lower right; finger tips near 70, 60. */
    YuvCanvas.Sprite hand() {
        return sprite(620, 520, g -> drawHand(g));
    }

    /** The same from the lower left; finger tips near 550, 60. */
    YuvCanvas.Sprite leftHand() {
        return sprite(
                620,
                520,
                g -> {
                    g.translate(620, 0);
                    g.scale(-1, 1);
                    drawHand(g);
                });
    }

    private static void drawHand(Graphics2D g) {
        Area shape = new Area(stroke(new Line2D.Double(196, 176, 330, 290), 84));
        shape.add(new Area(new Ellipse2D.Double(104, 92, 136, 118)));
        double[][] fingers = {
            {150, 120, 66, 74, 34},
            {166, 112, 96, 48, 35},
            {188, 112, 136, 40, 34},
            {214, 124, 180, 60, 30}
        };
        for (double[] f : fingers)
            shape.add(new Area(stroke(new Line2D.Double(f[0], f[1], f[2], f[3]), f[4])));
        shape.add(new Area(stroke(new Line2D.Double(136, 178, 76, 156), 36)));
        AffineTransform before = g.getTransform();
        g.translate(14, 22);
        g.setColor(new Color(10, 6, 2, 60));
        g.fill(shape);
        g.fill(stroke(new Line2D.Double(330, 290, 760, 660), 150));
        g.setTransform(before);
        g.setPaint(new GradientPaint(90, 60, SKIN, 280, 300, SKIN_DARK));
        g.fill(shape);
        g.setColor(new Color(140, 84, 58, 110));
        g.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 1; i < 4; i++) {
            double[] f = fingers[i];
            g.draw(
                    new Line2D.Double(
                            f[0] - 14, f[1] + 6, f[2] - 12 + (f[0] - f[2]) * 0.3, f[3] + 22));
        }
        g.draw(new Arc2D.Double(120, 130, 60, 56, 180, 70, Arc2D.OPEN));
        for (double[] f : fingers) nail(g, f);
        Shape sleeve = stroke(new Line2D.Double(318, 280, 760, 656), 150);
        g.setPaint(new GradientPaint(300, 360, shade(SLEEVE, 0.7), 420, 250, shade(SLEEVE, 1.25)));
        g.fill(sleeve);
        g.setPaint(new GradientPaint(250, 300, shade(SLEEVE, 0.9), 340, 210, shade(SLEEVE, 1.6)));
        g.fill(stroke(new Line2D.Double(268 + 24, 320 + 2, 364, 236), 44));
    }

    private static void nail(Graphics2D g, double[] f) {
        double length = Math.hypot(f[2] - f[0], f[3] - f[1]);
        double x = f[2] + (f[2] - f[0]) / length * 4;
        double y = f[3] + (f[3] - f[1]) / length * 4;
        g.setColor(new Color(0xf3, 0xd2, 0xbf, 210));
        g.fill(new Ellipse2D.Double(x - 7, y - 7, 14, 13));
    }

    private static Shape stroke(Shape line, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(line);
    }

    /** A strip of brown tape over the seam. */
    YuvCanvas.Sprite tape() {
        return sprite(
                (int) BOX.getWidth() + 8,
                58,
                g -> {
                    double w = BOX.getWidth() + 8;
                    g.setPaint(
                            new GradientPaint(
                                    0,
                                    0,
                                    new Color(214, 176, 112, 226),
                                    0,
                                    58,
                                    new Color(186, 144, 82, 226)));
                    g.fill(new Rectangle2D.Double(0, 2, w, 54));
                    g.setColor(new Color(255, 246, 220, 70));
                    g.fill(new Rectangle2D.Double(0, 10, w, 9));
                    g.setColor(new Color(120, 84, 36, 120));
                    g.draw(new Line2D.Double(0, 2, w, 2));
                    g.draw(new Line2D.Double(0, 56, w, 56));
                });
    }

    /** The tape dispenser in the hand, its blade near 30, 60. */
    YuvCanvas.Sprite dispenser() {
        return sprite(
                190,
                150,
                g -> {
                    softShadow(g, new RoundRectangle2D.Double(24, 30, 130, 74, 24, 24), 10, 0.4f);
                    g.setPaint(
                            new GradientPaint(
                                    20, 20, new Color(0xd2453b), 150, 110, new Color(0x94211c)));
                    g.fill(new RoundRectangle2D.Double(20, 34, 130, 66, 24, 24));
                    g.setColor(new Color(0xcfd4da));
                    g.fill(new Rectangle2D.Double(14, 30, 14, 74));
                    g.setPaint(
                            new RadialGradientPaint(
                                    112,
                                    56,
                                    46,
                                    new float[] {0.4f, 1f},
                                    new Color[] {new Color(0xdab276), new Color(0x9a6c34)}));
                    Area ring = new Area(new Ellipse2D.Double(66, 10, 92, 92));
                    ring.subtract(new Area(new Ellipse2D.Double(96, 40, 32, 32)));
                    g.fill(ring);
                });
    }

    /** The label at a slant, as it comes with the hand. */
    YuvCanvas.Sprite slanted(BufferedImage label, double degrees) {
        int side = (int) (Math.hypot(label.getWidth(), label.getHeight()) + 3) & ~1;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setComposite(AlphaComposite.SrcOver);
        g.translate(side / 2.0, side / 2.0);
        g.rotate(Math.toRadians(degrees));
        g.drawImage(label, -label.getWidth() / 2, -label.getHeight() / 2, null);
        g.dispose();
        return new YuvCanvas.Sprite(image);
    }
}
