package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencodeanimation;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs.Animation;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/**
 * Makes real files of the kinds that a reader stumbles over: giants, deep and printed colours,
 * animations, formats that are not decoded, and cut ones. The same bytes each time.
 */
public final class HardPictures {
    private static final int SCENE = 3;

    private HardPictures() {}

    /** Returns the picture of ours that the small ones show. */
    public static byte[] ours() {
        try (PointerScope _ = new PointerScope()) {
            Mat scene = new Mat();
            Encoded.decode(new SyntheticPairs(SCENE).scene(0), scene);
            Sizes.shrinkBy(scene, 0.5, scene);
            return Encoded.jpeg(scene, 92);
        }
    }

    /** Returns the files by name; the giants are the first four. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        byte[] ours = ours();
        all.put("jpeg of 100 megapixels", giantJpeg(12_500, 8_000));
        all.put("jpeg of 144 megapixels", giantJpeg(12_000, 12_000));
        all.put("png of 100 megapixels", giantPng(12_500, 8_000));
        all.put("png of 48 megapixels", giantPng(8_000, 6_000));
        try (PointerScope _ = new PointerScope()) {
            Mat scene = new Mat();
            Encoded.decode(ours, scene);
            Mat deep = new Mat();
            scene.convertTo(deep, CV_16UC3, 257, 0);
            byte[] png = encoded(".png", deep);
            all.put("png of 16 bits", png);
            all.put("cut png", half(png));
            all.put("tiff of 16 bits", encoded(".tiff", deep));
            Mat small = new Mat();
            Sizes.shrinkBy(scene, 0.7, small);
            byte[] webp = animated(".webp", small);
            all.put("animated webp", webp);
            all.put("cut webp", half(webp));
            all.put("animated gif", animated(".gif", small));
            all.put("animated png", animated(".png", small));
            all.put("jpeg of four inks", inks(scene, false));
            all.put("jpeg of four inks as light", inks(scene, true));
        }
        all.put("heic", boxes("heic"));
        all.put("avif", boxes("avif"));
        all.put("cut jpeg", half(ours));
        return all;
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] encoded(String kind, Mat picture) {
        BytePointer out = new BytePointer();
        if (!imencode(kind, picture, out)) throw new IllegalStateException(kind);
        return bytes(out);
    }

    /** The picture in turns with its mirror image. */
    private static byte[] animated(String kind, Mat picture) {
        Mat mirrored = new Mat();
        flip(picture, mirrored, 1);
        Animation film = new Animation(0, new Scalar(0.0));
        film.frames(new MatVector(picture, mirrored));
        film.durations(new IntPointer(100, 100));
        BytePointer out = new BytePointer();
        if (!imencodeanimation(new BytePointer(kind), film, out))
            throw new IllegalStateException(kind);
        return bytes(out);
    }

    private static byte[] bytes(BytePointer from) {
        byte[] out = new byte[Math.toIntExact(from.limit())];
        from.get(out);
        return out;
    }

    /** A JPEG of cyan, magenta, yellow and black, or of their light and colour differences. */
    private static byte[] inks(Mat scene, boolean asLight) {
        byte[] bgr = Pixels.bytes(scene);
        byte[] pixels = new byte[bgr.length / 3 * 4];
        for (int i = 0, at = 0; i < bgr.length; i += 3, at += 4) {
            // Printing programs store inks inverted: 255 is no ink.
            for (int c = 0; c < 3; c++) pixels[at + c] = bgr[i + 2 - c];
            pixels[at + 3] = (byte) 255;
        }
        WritableRaster inks =
                Raster.createInterleavedRaster(0, scene.cols(), scene.rows(), 4, null);
        inks.setDataElements(0, 0, scene.cols(), scene.rows(), pixels);
        return marked(printed(inks), asLight);
    }

    private static byte[] printed(Raster inks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inks, null, null), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Puts the segment by which printing programs say which four channels these are. */
    private static byte[] marked(byte[] jpeg, boolean asLight) {
        byte[] segment = {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
        };
        segment[15] = (byte) (asLight ? 2 : 0);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + segment.length);
        return out.put(jpeg, 0, 2).put(segment).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The head of a file of boxes with nothing that could be decoded. */
    private static byte[] boxes(String brand) {
        ByteBuffer out = ByteBuffer.allocate(24 + 8 + 64);
        out.putInt(24).put(latin("ftyp" + brand)).putInt(0).put(latin(brand + "mif1"));
        return out.putInt(72).put(latin("mdat")).array();
    }

    /** A grey picture whose blocks of 8 x 8 each have one brightness. */
    private static byte[] giantJpeg(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        byte[] table = new byte[65];
        Arrays.fill(table, 1, 65, (byte) 8);
        segment(out, 0xDB, table);
        ByteBuffer frame = ByteBuffer.allocate(9).put((byte) 8).putShort((short) height);
        frame.putShort((short) width).put((byte) 1).put((byte) 1).put((byte) 0x11).put((byte) 0);
        segment(out, 0xC0, frame.array());
        // Four steps of brightness with words of two bits; nothing but an end for the rest.
        byte[] steps = new byte[17 + 3];
        steps[2] = 3;
        for (int i = 0; i < 3; i++) steps[17 + i] = (byte) (i == 0 ? 0 : i + 2);
        segment(out, 0xC4, steps);
        byte[] rest = new byte[17 + 1];
        rest[0] = 0x10;
        rest[1] = 1;
        segment(out, 0xC4, rest);
        segment(out, 0xDA, new byte[] {1, 1, 0, 0, 63, 0});
        scan(out, (width + 7) / 8L * ((height + 7) / 8));
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return out.toByteArray();
    }

    private static void scan(ByteArrayOutputStream out, long blocks) {
        Dice dice = new Dice(9);
        Bits bits = new Bits(out);
        int level = 0;
        for (long i = 0; i < blocks; i++) {
            if (dice.chance(0.7)) bits.put(0b00, 2);
            else {
                int size = level < -60 || level > 60 || dice.chance(0.5) ? 4 : 3;
                int amount = (1 << size - 1) + dice.whole(0, (1 << size - 1) - 1);
                boolean up = level < -60 || level <= 60 && dice.chance(0.5);
                level += up ? amount : -amount;
                bits.put(size == 3 ? 0b01 : 0b10, 2);
                bits.put(up ? amount : (1 << size) - 1 - amount, size);
            }
            bits.put(0, 1);
        }
        bits.end();
    }

    /** Writes bits, the highest first, with the zero that must follow each full byte. */
    private static final class Bits {
        private final ByteArrayOutputStream out;
        private int held;
        private int count;

        Bits(ByteArrayOutputStream out) {
            this.out = out;
        }

        void put(int value, int length) {
            for (int i = length - 1; i >= 0; i--) {
                held = held << 1 | value >> i & 1;
                if (++count == 8) flush();
            }
        }

        void end() {
            while (count != 0) put(1, 1);
        }

        private void flush() {
            out.write(held);
            if ((held & 0xff) == 0xff) out.write(0);
            held = 0;
            count = 0;
        }
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
        ByteBuffer head = ByteBuffer.allocate(4).put((byte) 0xFF).put((byte) marker);
        out.writeBytes(head.putShort((short) (body.length + 2)).array());
        out.writeBytes(body);
    }

    private static byte[] giantPng(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 8).put((byte) 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(out, "IHDR", head.array());
        chunk(out, "IDAT", rows(width, height));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] rows(int width, int height) {
        byte[] row = new byte[1 + width * 3];
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Dice dice = new Dice(5);
        try (Deflater deflater = new Deflater(1)) {
            for (int y = 0; y < height; y++) {
                if (y % 64 == 0)
                    for (int x = 1; x < row.length; x += 96)
                        Arrays.fill(
                                row, x, Math.min(row.length, x + 96), (byte) dice.whole(20, 230));
                deflater.setInput(row);
                while (!deflater.needsInput()) out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.finish();
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(latin(type));
        sum.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(latin(type));
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
