package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

class DemoSceneTest {
    private static Planes paint(DemoScene scene, long number) {
        YuvCanvas canvas = scene.canvas();
        scene.paint(number, canvas);
        return new Planes(canvas.width, canvas.height, canvas.y, canvas.u, canvas.v, false);
    }

    @Test
    void numberSurvivesScalingNoiseAndOtherBrightness() {
        DemoScene scene = new DemoScene(640, 360, 30, true, "SF1");
        Random random = new Random(3);
        for (long number : new long[] {0, 1, 255, 256, 65_535, 1_000_000, 0xffff_fff0L}) {
            BufferedImage picture = paint(scene, number).image();
            for (int[] size : new int[][] {{640, 360}, {480, 270}, {1280, 720}, {427, 240}}) {
                BufferedImage scaled =
                        new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
                Graphics2D g = scaled.createGraphics();
                g.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION,
                        RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                g.drawImage(picture, 0, 0, size[0], size[1], null);
                g.dispose();
                for (int y = 0; y < size[1]; y++)
                    for (int x = 0; x < size[0]; x++) {
                        int grey = (scaled.getRGB(x, y) >> 8 & 255) * 6 / 10;
                        int noisy = Math.clamp(grey + random.nextInt(41) - 20, 0, 255);
                        scaled.setRGB(x, y, noisy * 0x10101);
                    }
                assertEquals(OptionalLong.of(number), DemoScene.readNumber(Grey.of(scaled)));
            }
        }
    }

    @Test
    void disturbedCellsGiveNoNumberRatherThanAWrongOne() {
        DemoScene scene = new DemoScene(640, 360, 30, true, "SF1");
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            YuvCanvas canvas = scene.canvas();
            scene.paint(i, canvas);
            int from = random.nextInt(560);
            for (int y = 340; y < 360; y++)
                for (int x = from; x < from + 80; x++) canvas.y[y * 640 + x] = (byte) 128;
            OptionalLong read = DemoScene.readNumber(Grey.of(640, 360, 640, canvas.y));
            if (read.isPresent()) assertEquals(i, read.getAsLong());
        }
        assertEquals(
                OptionalLong.empty(), DemoScene.readNumber(Grey.of(64, 64, 64, new byte[64 * 64])));
    }

    @Test
    void labelOfTheParcelIsReadUprightAndTurned() {
        DemoScene scene = new DemoScene(1280, 720, 30, true, "SF1234567890123");
        Grey first = paint(scene, 225).grey();
        assertEquals(List.of("SF1234567890123"), texts(first));
        BufferedImage turned = new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = turned.createGraphics();
        AffineTransform quarter = AffineTransform.getQuadrantRotateInstance(1);
        quarter.preConcatenate(AffineTransform.getTranslateInstance(720, 0));
        g.drawImage(paint(scene, 230).image(), quarter, null);
        g.dispose();
        assertEquals(List.of("SF1234567890123"), texts(Grey.of(turned)));
        scene.nextParcel("YT8876543210987");
        assertEquals(List.of("SF1234567890123"), texts(paint(scene, 260).grey()));
        assertEquals(List.of(), texts(paint(scene, 300).grey()));
        assertEquals(List.of("YT8876543210987"), texts(paint(scene, 260 + 225).grey()));
        scene.waybill("JD0000000000042");
        assertEquals(List.of("JD0000000000042"), texts(paint(scene, 260 + 226).grey()));
    }

    private static List<String> texts(Grey picture) {
        return LabelReader.read(picture).stream().map(LabelCode::text).toList();
    }

    private static List<String> after(DemoScene scene, long scanned) {
        paint(scene, scanned);
        return texts(paint(scene, scanned + 225).grey());
    }

    @Test
    void scannedParcelStaysSealedUntilTheNextScan() {
        DemoScene scene = new DemoScene(1280, 720, 30, true, "SF1234567890123");
        scene.nextParcel("YT8876543210987");
        paint(scene, 10);
        for (long frame = 10 + 225; frame < 10 + 20 * 30; frame += 30)
            assertEquals(List.of("YT8876543210987"), texts(paint(scene, frame).grey()));
        scene.nextParcel("JD0000000000042");
        assertEquals(List.of("JD0000000000042"), after(scene, 700));
    }

    @Test
    void listingPictureIsLargeAndAlwaysTheSame() {
        BufferedImage picture = DemoScene.listingPicture();
        assertTrue(picture.getWidth() >= 1200 && picture.getHeight() >= 900);
        assertArrayEquals(DemoScene.listingJpeg(), DemoScene.listingJpeg());
    }
}
