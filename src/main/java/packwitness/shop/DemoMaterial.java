package packwitness.shop;

import packwitness.capture.DemoScene;
import packwitness.inspect.label.DemoLabel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * What the demonstration needs beside its scene: an order file, the merchant's picture, and a
 * buyer's picture derived from it with painted damage and a label. Nothing of it was received from
 * anybody, and the names in it say so.
 */
public final class DemoMaterial {
    /** The parcels of the demonstration, invented. */
    public static final List<String> WAYBILLS =
            List.of("SF1234567890123", "YT9876543210987", "JT5200131415926");

    /** What is in them. */
    public static final List<String> TITLES =
            List.of("手工陶瓷马克杯 青釉 350ml", "纯棉加厚毛巾 三条装", "复古黄铜台灯 阅读灯");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private DemoMaterial() {}

    /** Returns an order file in the column layout of a real platform, as it exports it. */
    public static String orders(Instant now, ZoneId zone) {
        String at = TIME.withZone(zone).format(now.minusSeconds(7200));
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(
                "商品,订单号,订单状态,商品总价(元),邮费(元),用户实付金额(元),商家实收金额(元),商品数量(件),订单成交时间,"
                        + "商品id,商品规格,商家编码-规格维度,商家编码-商品维度,快递单号,快递公司,商家备注,售后状态\n");
        for (int i = 0; i < WAYBILLS.size(); i++)
            csv.append(TITLES.get(i))
                    .append(",\t261122-00000000000000")
                    .append(i + 1)
                    .append(",待收货,168.00,0.00,168.00,168.00,1,")
                    .append(at)
                    .append(",\t10000")
                    .append(i + 1)
                    .append(",标准,SKU-")
                    .append(i + 1)
                    .append(",ITEM-")
                    .append(i + 1)
                    .append(",\t")
                    .append(WAYBILLS.get(i))
                    .append(",演示快递,演示订单，并无交易,无售后或售后取消\n");
        return csv.toString();
    }

    /** Returns the merchant's picture of the first parcel's goods, JPEG. */
    public static byte[] listingPicture() {
        return DemoScene.listingJpeg();
    }

    /**
     * Returns the buyer's picture: the merchant's, cropped, scaled and toned, with a crack painted
     * in, PNG.
     */
    public static byte[] buyerPicture() {
        BufferedImage ours = DemoScene.listingPicture();
        int left = ours.getWidth() / 20;
        int top = ours.getHeight() / 24;
        BufferedImage theirs =
                new BufferedImage(
                        (ours.getWidth() - 2 * left) * 4 / 5,
                        (ours.getHeight() - 2 * top) * 4 / 5,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = theirs.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        AffineTransform shrink = AffineTransform.getScaleInstance(0.8, 0.8);
        shrink.translate(-left, -top);
        g.drawImage(ours, shrink, null);
        g.setColor(new Color(255, 240, 210, 18));
        g.fillRect(0, 0, theirs.getWidth(), theirs.getHeight());
        crack(g, theirs.getWidth(), theirs.getHeight());
        g.dispose();
        return DemoLabel.addTo(png(theirs));
    }

    private static void crack(Graphics2D g, int width, int height) {
        Random dice = new Random(45438);
        Path2D line = new Path2D.Double();
        double x = width * 0.47;
        double y = height * 0.40;
        line.moveTo(x, y);
        for (int i = 0; i < 26; i++) {
            x += dice.nextDouble(-9, 11);
            y += dice.nextDouble(4, 14);
            line.lineTo(x, y);
            if (i % 7 == 3) {
                Path2D branch = new Path2D.Double();
                branch.moveTo(x, y);
                branch.lineTo(x + dice.nextDouble(-50, 50), y + dice.nextDouble(10, 45));
                g.setColor(new Color(52, 40, 34, 190));
                g.setStroke(new BasicStroke(1.6f));
                g.draw(branch);
            }
        }
        g.setColor(new Color(40, 30, 26, 220));
        g.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
