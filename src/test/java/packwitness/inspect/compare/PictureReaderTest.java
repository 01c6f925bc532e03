package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class PictureReaderTest {
    private static final byte[] OURS = Made.jpeg(Made.scene(480, 360), 92);
    private final PictureComparer comparer = new PictureComparer();

    private static Map<String, byte[]> samples() {
        BufferedImage scene = Made.scene(480, 360);
        BufferedImage clear = Made.scene(480, 360, BufferedImage.TYPE_4BYTE_ABGR);
        return Map.of(
                "jpeg", Made.jpeg(scene, 80),
                "progressive", Made.jpeg(scene, 80, true),
                "png", Made.file("png", scene),
                "clear png", Made.file("png", clear),
                "gif", Made.file("gif", scene),
                "bmp", Made.file("bmp", scene),
                "tiff", Made.file("tiff", scene));
    }

    @Test
    void everyCommonFormatIsComparedUpright() {
        samples()
                .forEach((name, file) -> {
                    Comparison outcome = comparer.compare(OURS, file);
                    assertTrue(outcome.copy(), name + " " + outcome.why());
                    assertEquals(Optional.of(new PictureSize(480, 360)), outcome.theirs(), name);
                });
    }

    @Test
    void transparencyIsNamedAsALimit() {
        Comparison outcome = comparer.compare(OURS, samples().get("clear png"));
        assertTrue(outcome.limits().contains(Limit.TRANSPARENCY_FLATTENED));
    }

    @Test
    void sixteenBitsAreReducedAndNamed() {
        BufferedImage grey = new BufferedImage(480, 360, BufferedImage.TYPE_USHORT_GRAY);
        grey.createGraphics().drawImage(Made.scene(480, 360), 0, 0, null);
        Comparison outcome = comparer.compare(OURS, Made.file("png", grey));
        assertTrue(outcome.limits().contains(Limit.DEPTH_REDUCED));
        assertTrue(outcome.copy(), outcome.why().toString());
    }

    @Test
    void pictureTurnedByExifIsTurnedUpright() {
        BufferedImage scene = Made.scene(480, 360);
        BufferedImage lying = new BufferedImage(360, 480, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 360; y++)
            for (int x = 0; x < 480; x++) lying.setRGB(y, 479 - x, scene.getRGB(x, y));
        byte[] file = withOrientation(Made.jpeg(lying, 85), 6);
        Comparison outcome = comparer.compare(OURS, file);
        assertTrue(outcome.copy());
        assertEquals(Optional.of(new PictureSize(480, 360)), outcome.theirs());
        double turn = outcome.homography().orElseThrow().rows().get(0);
        assertEquals(1, turn, 0.05);
    }

    @Test
    void hugeSizesAreRefusedBeforeDecoding() {
        byte[] png = Made.file("png", Made.scene(480, 360));
        ByteBuffer.wrap(png).putInt(16, 15_000).putInt(20, 15_000);
        assertEquals(List.of(Reason.TOO_LARGE), comparer.compare(OURS, png).why());
        byte[] jpeg = OURS.clone();
        int frame = indexOf(jpeg, 0xff, 0xc0);
        ByteBuffer.wrap(jpeg)
                .putShort(frame + 5, (short) 60_000)
                .putShort(frame + 7, (short) 50_000);
        assertEquals(List.of(Reason.TOO_LARGE), comparer.compare(OURS, jpeg).why());
    }

    @Test
    void progressiveBombIsRefusedByItsScans() {
        byte[] file = Made.jpeg(Made.scene(480, 360), 80, true);
        ByteBuffer.wrap(file)
                .putShort(indexOf(file, 0xff, 0xc2) + 5, (short) 9_000)
                .putShort(indexOf(file, 0xff, 0xc2) + 7, (short) 9_000);
        assertEquals(List.of(Reason.TOO_LARGE), comparer.compare(OURS, file).why());
    }

    @Test
    void tinyAndFlatPicturesAreTooSmallToCompare() {
        byte[] tiny = Made.file("png", Made.scene(60, 40));
        assertEquals(List.of(Reason.TOO_SMALL), comparer.compare(OURS, tiny).why());
        BufferedImage flat = new BufferedImage(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        byte[] black = Made.file("png", flat);
        assertEquals(List.of(Reason.TOO_PLAIN), comparer.compare(OURS, black).why());
        assertEquals(List.of(Reason.TOO_PLAIN), comparer.compare(black, black).why());
    }

    @Test
    void whatIsNoPictureIsUnreadableOnItsSide() {
        byte[] text = "not a picture".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(Reason.THEIRS_UNREADABLE), comparer.compare(OURS, text).why());
        assertEquals(List.of(Reason.OURS_UNREADABLE), comparer.compare(text, OURS).why());
        assertEquals(List.of(Reason.THEIRS_UNREADABLE), comparer.compare(OURS, new byte[0]).why());
    }

    @Test
    void mutilatedFilesAreFindingsAndNeverExceptions() {
        Random random = new Random(11);
        samples().forEach((name, file) -> mutilate(name, file, random));
    }

    private void mutilate(String name, byte[] file, Random random) {
        for (int i = 0; i < 20; i++) {
            byte[] cut = Arrays.copyOf(file, random.nextInt(file.length));
            byte[] flipped = file.clone();
            int reach = i % 2 == 0 ? Math.min(200, file.length) : file.length;
            for (int k = 0; k < 6; k++) flipped[random.nextInt(reach)] = (byte) random.nextInt();
            try (PointerScope _ = new PointerScope()) {
                assertFalse(PictureReader.read(cut, new Mat()).toString().isEmpty(), name);
                assertFalse(PictureReader.read(flipped, new Mat()).toString().isEmpty(), name);
            }
            if (i >= 2) continue;
            assertFalse(comparer.compare(OURS, cut).why().isEmpty(), name);
            Comparison outcome = comparer.compare(OURS, flipped);
            assertFalse(outcome.why().isEmpty(), name);
            assertTrue(Overlay.sideBySide(OURS, flipped, outcome).length >= 0, name);
            assertTrue(Overlay.png(OURS, flipped, outcome).length >= 0, name);
        }
    }

    private static int indexOf(byte[] file, int first, int second) {
        for (int i = 0; i + 1 < file.length; i++)
            if ((file[i] & 0xff) == first && (file[i + 1] & 0xff) == second) return i;
        throw new IllegalArgumentException("marker is not there");
    }

    private static byte[] withOrientation(byte[] jpeg, int value) {
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xffe1).putShort((short) 34);
        segment.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        segment.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        segment.putShort((short) value).putShort((short) 0).putInt(0);
        byte[] exif = Arrays.copyOf(segment.array(), segment.position());
        ByteBuffer.wrap(exif).putShort(2, (short) (exif.length - 2));
        byte[] out = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(exif, 0, out, 2, exif.length);
        System.arraycopy(jpeg, 2, out, 2 + exif.length, jpeg.length - 2);
        return out;
    }
}
