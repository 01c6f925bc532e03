package packwitness.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files made to hurt a reader: bombs, towers of boxes, lengths that lie, giant headers. */
final class HostileFiles {
    private static final String LABEL =
            "{\"AIGC\":{\"Label\":\"1\",\"ContentProducer\":\"001191110102MACQD9K64010000\","
                + "\"ProduceID\":\"cc75f5e9\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\","
                + "\"PropagateID\":\"\",\"ReservedCode2\":\"\"}}";

    private HostileFiles() {}

    static List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        all.add(png(60, 40, chunk("tEXt", bytes("AIGC\0" + LABEL))));
        all.add(png(10_000, 10_000));
        all.add(png(100_000, 100_000));
        all.add(png(60, 40, chunk("zTXt", join(bytes("AIGC\0\0"), packed(40 << 20)))));
        all.add(png(60, 40, chunk("iCCP", join(bytes("p\0\0"), packed(40 << 20)))));
        all.add(png(60, 40, chunk("caBX", tower(400))));
        all.add(png(60, 40, chunk("caBX", tower(8))));
        all.add(png(60, 40, chunk("IDAT", packed(64 << 20))));
        all.add(jpeg(segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + xmp()))));
        all.add(jpeg(segment(0xEB, join(bytes("JP\0\1\0\0\0\1"), tower(12)))));
        all.add(jpeg(segment(0xE1, join(bytes("Exif\0\0"), loopingTiff()))));
        all.add(jpeg(frame(16_000, 16_000)));
        all.add(jpeg(frame(65_500, 65_500)));
        all.add(loopingTiff());
        all.add(boxes("avif", 60));
        all.add(boxes("heic", 3000));
        all.add(riff());
        all.add(gif(65_535, 65_535));
        all.add(gif(40, 30));
        all.add(bytes("BM" + "\u00ff".repeat(60)));
        all.add(join(number(0x1A45DFA3), bytes("\u00ff".repeat(400))));
        return all;
    }

    private static byte[] png(int width, int height, byte[]... chunks) {
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 8).put((byte) 2).put(new byte[3]);
        byte[] file = join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file = join(file, chunk("IHDR", head.array()));
        for (byte[] chunk : chunks) file = join(file, chunk);
        byte[] rows = packed(Math.min(4 << 20, Math.multiplyExact(height, 1L) * 200));
        return join(file, chunk("IDAT", rows), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(bytes(type));
        crc.update(body);
        return join(number(body.length), bytes(type), body, number((int) crc.getValue()));
    }

    /** Nothing, much of it. */
    private static byte[] packed(long length) {
        Deflater deflater = new Deflater(9);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] zeros = new byte[1 << 20];
            byte[] buffer = new byte[65_536];
            for (long left = length; left > 0; left -= zeros.length) {
                deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
                while (!deflater.needsInput()) out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.finish();
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] jpeg(byte[]... segments) {
        byte[] file = {(byte) 0xFF, (byte) 0xD8};
        for (byte[] segment : segments) file = join(file, segment);
        return join(
                file,
                frame(40, 30),
                new byte[] {
                    (byte) 0xFF,
                    (byte) 0xDA,
                    0,
                    8,
                    1,
                    1,
                    0,
                    0,
                    63,
                    0,
                    1,
                    2,
                    3,
                    (byte) 0xFF,
                    (byte) 0xD9
                });
    }

    private static byte[] segment(int marker, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(4 + body.length);
        out.put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2)).put(body);
        return out.array();
    }

    private static byte[] frame(int width, int height) {
        ByteBuffer body = ByteBuffer.allocate(9).put((byte) 8).putShort((short) height);
        body.putShort((short) width).put((byte) 1).put((byte) 1).put((byte) 0x11).put((byte) 0);
        return segment(0xC0, body.array());
    }

    private static String xmp() {
        StringBuilder deep = new StringBuilder("<x:xmpmeta xmlns:x='adobe:ns:meta/'>");
        for (int i = 0; i < 300; i++) deep.append("<rdf:li xmlns:rdf='r'>");
        return deep.append("&lt;").append(LABEL).toString();
    }

    /** Boxes of a manifest store, each in the one before. */
    private static byte[] tower(int height) {
        byte[] inner = bytes("cbor");
        for (int i = 0; i < height; i++) {
            byte[] description = join(bytes("c2pa"), new byte[12], bytes("\3c2pa\0"));
            byte[] head = join(number(8 + description.length), bytes("jumd"), description);
            inner = join(number(8 + head.length + inner.length), bytes("jumb"), head, inner);
        }
        return inner;
    }

    /** A directory that names itself as the next, with fields that reach far outside. */
    private static byte[] loopingTiff() {
        ByteBuffer out = ByteBuffer.allocate(300).put(bytes("MM\0*")).putInt(8).putShort((short) 4);
        for (int tag : new int[] {0x02BC, 0x8769, 0xCD41, 0x9286})
            out.putShort((short) tag).putShort((short) 4).putInt(0x7FFFFFFF).putInt(8);
        return out.putInt(8).array();
    }

    private static byte[] boxes(String brand, int depth) {
        byte[] inner = new byte[0];
        for (int i = 0; i < depth; i++)
            inner = join(number(inner.length + 12), bytes("meta"), number(0), inner);
        byte[] head = join(number(20), bytes("ftyp" + brand), number(0), bytes(brand));
        return join(head, inner, number(1), bytes("mdat"), number(0x7FFFFFFF), number(-1));
    }

    private static byte[] riff() {
        return join(
                bytes(
                        "RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8X\n\0\0\0\u001c\0\0\0\u00ff\u00ff\u00ff"
                                + "\u00ff\u00ff\u00ffXMP \u00ff\u00ff\u00ff\u00ff"),
                bytes(LABEL));
    }

    private static byte[] gif(int width, int height) {
        byte[] head = bytes("GIF89a");
        byte[] size = {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)};
        byte[] text = bytes("\0\0\0!\u00ff\u000bXMP DataXMP" + LABEL);
        return join(head, size, text, new byte[600], bytes(";"));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
