package packwitness.inspect;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

/** Makes small files of every container, with or without a label in every place. */
public final class Carriers {
    static final String PRODUCER = "001191110102MACQD9K64010000";

    private static final String XMP_UUID = "BE7ACFCB97A942E89C71999491E3AFAC";

    private Carriers() {}

    static String json(String value) {
        return "{\"Label\":\""
                + value
                + "\",\"ContentProducer\":\""
                + PRODUCER
                + "\",\"ProduceID\":\"id-1\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\","
                + "\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";
    }

    /** Returns a labelled file for each place of the standard and its guides, by place. */
    static Map<String, byte[]> labelled(String json) {
        String wrapped = "{\"AIGC\":" + json + "}";
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("png-itxt-xmp", png(chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + xmp(json))));
        all.put("png-text", png(chunk("tEXt", "AIGC\0" + json)));
        all.put("png-itxt", png(chunk("iTXt", "AIGC\0\0\0\0\0" + json)));
        all.put("png-ztxt", png(chunk("zTXt", join(latin("AIGC\0\0"), deflate(utf8(wrapped))))));
        all.put("jpeg-app1-xmp", jpeg(app(0xE1, utf8(XAP + xmp(json)))));
        all.put("jpeg-app1-xmp attribute", jpeg(app(0xE1, utf8(XAP + xmpAttribute(json)))));
        all.put("exif-usercomment", jpeg(app(0xE1, join(latin("Exif\0\0"), userComment(wrapped)))));
        all.put(
                "exif-imagedescription",
                jpeg(
                        app(
                                0xE1,
                                join(
                                        latin("Exif\0\0"),
                                        description(
                                                "{\"AIGC\":{\"Label\":\"1\",\"ServiceProvider\":\""
                                                        + PRODUCER
                                                        + "\",\"ServiceUser\":\"u\",\"Time\":\"t\","
                                                        + "\"ContentId\":\"id-1\"}}")))));
        all.put("jpeg-app10", jpeg(app(0xEA, utf8("\1\2AIGC" + json + "tail"))));
        all.put("webp-xmp", webp(riff("XMP ", utf8(xmp(json)))));
        all.put("exif-usercomment webp", webp(riff("EXIF", userComment(wrapped))));
        all.put("tiff-xmp", tiff(xmp(json)));
        all.put("gif-xmp", gif(xmp(json)));
        all.put("bmff-keys", mp4(false, keys(json)));
        all.put("bmff-keys quicktime", mp4(true, listWithoutKeys(json)));
        all.put("bmff-udta", mp4(true, box("udta", box("AIGC", utf8(json)))));
        all.put("bmff-uuid-xmp", mp4(false, new byte[0], uuid(XMP_UUID, utf8(xmp(json)))));
        all.put("mkv-tag", mkv(json));
        all.put("avi-info", avi(json));
        all.put("flv-metadata", flv(json));
        return all;
    }

    private static final String XAP = "http://ns.adobe.com/xap/1.0/\0";

    static String xmp(String json) {
        return packet(
                " xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">"
                        + "<TC260:AIGC>"
                        + json.replace("\"", "&quot;")
                        + "</TC260:AIGC></rdf:Description>");
    }

    static String xmpAttribute(String json) {
        return packet(
                " xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\" TC260:AIGC=\""
                        + json.replace("\"", "&quot;")
                        + "\"/>");
    }

    /** Returns a packet whose one description goes on with this text. */
    static String packet(String description) {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\""
                + description
                + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }

    static byte[] plain(String format) {
        BufferedImage picture = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24 * 16; i++) picture.setRGB(i % 24, i / 24, i * 4057);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns a PNG with these chunks behind its head. */
    public static byte[] png(byte[]... chunks) {
        byte[] plain = plain("png");
        return join(
                Arrays.copyOf(plain, 33),
                join(chunks),
                Arrays.copyOfRange(plain, 33, plain.length));
    }

    /** Returns a JPEG with these segments behind its first marker. */
    public static byte[] jpeg(byte[]... segments) {
        byte[] plain = plain("jpg");
        return join(
                Arrays.copyOf(plain, 2),
                join(segments),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    static byte[] chunk(String type, String body) {
        return chunk(type, utf8(body));
    }

    /** Returns a PNG chunk with its check sum. */
    public static byte[] chunk(String type, byte[] body) {
        CRC32 sum = new CRC32();
        byte[] typed = join(latin(type), body);
        sum.update(typed);
        return join(number(4, body.length), typed, number(4, sum.getValue()));
    }

    /** Returns a JPEG segment. */
    public static byte[] app(int marker, byte[] body) {
        return join(new byte[] {(byte) 0xFF, (byte) marker}, number(2, body.length + 2), body);
    }

    /** Returns a WebP of 3 x 2 with these chunks behind its pixels. */
    public static byte[] webp(byte[]... more) {
        // A lossless picture of 3 x 2: signature, then 14 bits width - 1 and 14 bits height - 1.
        byte[] pixels = riff("VP8L", new byte[] {0x2F, 2, 0x40, 0, 0, 0});
        byte[] extended = riff("VP8X", new byte[] {0x0C, 0, 0, 0, 2, 0, 0, 1, 0, 0});
        byte[] body = join(latin("WEBP"), extended, pixels, join(more));
        return join(latin("RIFF"), little(4, body.length), body);
    }

    /** Returns a RIFF chunk. */
    public static byte[] riff(String type, byte[] body) {
        return join(latin(type), little(4, body.length), body, new byte[body.length & 1]);
    }

    static byte[] avi(String json) {
        byte[] head = riff("avih", new byte[56]);
        byte[] info = riff("LIST", join(latin("INFO"), riff("AIGC", utf8(json + "\0"))));
        byte[] body =
                join(
                        latin("AVI "),
                        riff("LIST", join(latin("hdrl"), head)),
                        info,
                        riff("LIST", join(latin("movi"), new byte[8])));
        return join(latin("RIFF"), little(4, body.length), body);
    }

    static byte[] userComment(String text) {
        byte[] comment = join(latin("ASCII\0\0\0"), utf8(text));
        // Main directory with one pointer to the EXIF directory with one comment.
        return join(
                latin("MM\0*"),
                number(4, 8),
                number(2, 1),
                entry(0x8769, 4, 1, number(4, 26)),
                number(4, 0),
                number(2, 1),
                entry(0x9286, 7, comment.length, number(4, 44)),
                number(4, 0),
                comment);
    }

    static byte[] description(String text) {
        byte[] value = utf8(text + "\0");
        return join(
                latin("MM\0*"),
                number(4, 8),
                number(2, 1),
                entry(0x010E, 2, value.length, number(4, 26)),
                number(4, 0),
                value);
    }

    private static byte[] entry(int tag, int type, int count, byte[] value) {
        return join(number(2, tag), number(2, type), number(4, count), value);
    }

    static byte[] tiff(String xmp) {
        return tiffWith(0x2BC, 1, utf8(xmp));
    }

    /** Returns a TIFF head with one more field, whose value ends the file. */
    public static byte[] tiffWith(int tag, int type, byte[] value) {
        byte[] width = join(number(2, 3), number(2, 0));
        byte[] height = join(number(2, 2), number(2, 0));
        return join(
                latin("MM\0*"),
                number(4, 8),
                number(2, 3),
                entry(0x100, 3, 1, width),
                entry(0x101, 3, 1, height),
                entry(tag, type, value.length, number(4, 50)),
                number(4, 0),
                value);
    }

    static byte[] gif(String xmp) {
        byte[] tail = new byte[258];
        tail[0] = 1;
        for (int i = 0; i < 256; i++) tail[1 + i] = (byte) (255 - i);
        return gifWith(
                join(new byte[] {0x21, (byte) 0xFF, 11}, latin("XMP DataXMP"), utf8(xmp), tail));
    }

    /** Returns a GIF with this block behind its colours. */
    public static byte[] gifWith(byte[] block) {
        byte[] plain = plain("gif");
        int colours = 13 + ((plain[10] & 0x80) == 0 ? 0 : 3 << (plain[10] & 7) + 1);
        return join(
                Arrays.copyOf(plain, colours),
                block,
                Arrays.copyOfRange(plain, colours, plain.length));
    }

    /** Returns a film without frames. */
    public static byte[] mp4(boolean quicktime, byte[] inMovie, byte[]... more) {
        byte[] brand = latin(quicktime ? "qt  \0\0\0\0qt  " : "isom\0\0\2\0isommp42");
        byte[] track = new byte[84];
        ByteBuffer.wrap(track).putInt(76, 320 << 16).putInt(80, 240 << 16);
        return join(
                box("ftyp", brand),
                box("moov", box("trak", box("tkhd", track)), inMovie),
                join(more),
                box("mdat", utf8("no frames here")));
    }

    private static byte[] keys(String json) {
        byte[] key = box("mdta", utf8("AIGC"));
        byte[] keys = box("keys", number(4, 0), number(4, 1), key);
        byte[] data = box("data", number(4, 1), number(4, 0), utf8(json));
        byte[] item = join(number(4, data.length + 8), number(4, 1), data);
        byte[] meta = box("meta", number(4, 0), handler("mdta"), keys, box("ilst", item));
        return box("udta", meta);
    }

    private static byte[] listWithoutKeys(String json) {
        byte[] data = box("data", number(4, 1), number(4, 0), utf8(json));
        return box("meta", handler("mdir"), box("ilst", box("\u00A9cmt", data)));
    }

    private static byte[] handler(String kind) {
        return box("hdlr", new byte[8], latin(kind), new byte[13]);
    }

    /** Returns a box with its size. */
    public static byte[] box(String type, byte[]... body) {
        byte[] all = join(body);
        return join(number(4, all.length + 8), latin(type), all);
    }

    /** Returns a box with a user type. */
    public static byte[] uuid(String hex, byte[] body) {
        return box("uuid", HexFormat.of().parseHex(hex), body);
    }

    static byte[] mkv(String json) {
        byte[] simple =
                element("67C8", join(element("45A3", utf8("AIGC")), element("4487", utf8(json))));
        byte[] tags = element("1254C367", element("7373", simple));
        byte[] video =
                element("E0", join(element("B0", number(2, 320)), element("BA", number(2, 240))));
        byte[] tracks = element("1654AE6B", element("AE", video));
        return join(
                element("1A45DFA3", element("4282", utf8("matroska"))),
                element("18538067", join(tracks, tags)));
    }

    private static byte[] element(String id, byte[] body) {
        // A size of four bytes, marked by the leading 1 in its first half.
        return join(HexFormat.of().parseHex(id), number(4, 0x10000000L | body.length), body);
    }

    static byte[] flv(String json) {
        byte[] array =
                join(
                        new byte[] {8},
                        number(4, 3),
                        property("width", join(new byte[] {0}, real(320))),
                        property("height", join(new byte[] {0}, real(240))),
                        property(
                                "AIGC",
                                join(new byte[] {2}, number(2, utf8(json).length), utf8(json))),
                        new byte[] {0, 0, 9});
        byte[] script = join(new byte[] {2}, number(2, 10), latin("onMetaData"), array);
        return join(
                latin("FLV\1\5"),
                number(4, 9),
                number(4, 0),
                new byte[] {18},
                number(3, script.length),
                new byte[7],
                script,
                number(4, script.length + 11L));
    }

    private static byte[] property(String name, byte[] value) {
        return join(number(2, name.length()), latin(name), value);
    }

    private static byte[] real(double value) {
        return ByteBuffer.allocate(8).putDouble(value).array();
    }

    static byte[] deflate(byte[] plain) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[plain.length + 64];
            int length = deflater.deflate(buffer);
            return Arrays.copyOf(buffer, length);
        }
    }

    /** Returns the number with its big end first. */
    public static byte[] number(int bytes, long value) {
        byte[] all = ByteBuffer.allocate(8).putLong(value).array();
        return Arrays.copyOfRange(all, 8 - bytes, 8);
    }

    private static byte[] little(int bytes, long value) {
        byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
        return Arrays.copyOf(all, bytes);
    }

    /** Returns all parts in a row. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
