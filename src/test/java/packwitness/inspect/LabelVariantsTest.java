package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static packwitness.inspect.Carriers.app;
import static packwitness.inspect.Carriers.chunk;
import static packwitness.inspect.Carriers.join;
import static packwitness.inspect.Carriers.jpeg;
import static packwitness.inspect.Carriers.json;
import static packwitness.inspect.Carriers.latin;
import static packwitness.inspect.Carriers.number;
import static packwitness.inspect.Carriers.png;
import static packwitness.inspect.Carriers.utf8;
import static packwitness.inspect.Carriers.xmp;
import static packwitness.inspect.Carriers.xmpAttribute;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import packwitness.inspect.label.AigcLabel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The same label as other programs may write it. */
class LabelVariantsTest {
    private static final String LABEL = json("1");
    private static final String WRAPPED = "{\"AIGC\":" + LABEL + "}";
    private static final String XAP = "http://ns.adobe.com/xap/1.0/\0";

    private final PictureInspector inspector = Inspectors.plain();

    private static Map<String, byte[]> variants() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("little ASCII comment", comment(false, join(latin("ASCII\0\0\0"), utf8(WRAPPED))));
        all.put("comment of no code", comment(true, utf8(WRAPPED)));
        all.put("comment of eight zeros", comment(true, join(new byte[8], utf8(WRAPPED))));
        for (boolean big : new boolean[] {true, false}) {
            var order = big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            byte[] wide = join(latin("UNICODE\0"), WRAPPED.getBytes(order));
            all.put("wide comment, " + (big ? "big" : "little") + " text", comment(true, wide));
            all.put("wide comment, little file, " + (big ? "big" : "little"), comment(false, wide));
        }
        all.put("comment of JIS", comment(true, join(latin("JIS\0\0\0\0\0"), utf8(WRAPPED))));
        all.put(
                "attribute in png",
                png(chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + attribute())));
        all.put("attribute in webp", Carriers.webp(Carriers.riff("XMP ", utf8(attribute()))));
        all.put("attribute in gif", Carriers.gif(attribute()));
        all.put("attribute in tiff", Carriers.tiff(attribute()));
        all.put("little tiff", littleTiff(utf8(xmp(LABEL))));
        all.put("numbered entities", jpeg(app(0xE1, utf8(XAP + numbered()))));
        all.put("marked as characters", jpeg(app(0xE1, utf8(XAP + characters()))));
        all.put("single quotes", jpeg(app(0xE1, utf8(XAP + singleQuotes()))));
        all.put(
                "another prefix",
                jpeg(
                        app(
                                0xE1,
                                utf8(
                                        XAP
                                                + xmp(LABEL)
                                                        .replace("TC260:", "g:")
                                                        .replace("xmlns:TC260", "xmlns:g")))));
        all.put("many lines", png(chunk("tEXt", "AIGC\0" + LABEL.replace(",", " ,\n  "))));
        all.put("mark of byte order", png(chunk("iTXt", "AIGC\0\0\0\0\0\uFEFF" + LABEL)));
        all.put("zero at the end", png(chunk("tEXt", "AIGC\0" + LABEL + "\0")));
        all.put(
                "escaped letters",
                png(chunk("tEXt", "AIGC\0" + LABEL.replace("id-1", "\\u0069d-1"))));
        all.put(
                "JSON in a string",
                png(
                        chunk(
                                "tEXt",
                                "AIGC\0{\"AIGC\":" + "\"" + LABEL.replace("\"", "\\\"") + "\"}")));
        all.put("in Comment", png(chunk("tEXt", "Comment\0" + WRAPPED)));
        all.put("jpeg comment", jpeg(app(0xFE, utf8(WRAPPED))));
        all.put("behind the pixels of a png", behindPixels());
        all.put("large box", largeBox());
        all.put("streamed mkv", streamed());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> labelIsReadAsOthersWriteIt() {
        return variants().entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> isRead(entry.getValue())));
    }

    private void isRead(byte[] file) {
        Inspection found = inspector.inspect(file);
        assertEquals(FindingKind.AI_LABEL_UNSIGNED, found.finding(), found.damage().toString());
        assertEquals(1, found.labels().size(), found.labels().toString());
        AigcLabel label = found.labels().getFirst();
        assertEquals("1", label.value());
        assertEquals(Carriers.PRODUCER, label.producer().text());
        assertEquals("id-1", label.produceId());
        assertTrue(label.producer().checkDigitRight());
    }

    @Test
    void unknownProducerAndWrongCheckDigitAreToldApart() {
        AigcLabel bare = only(LABEL.replace(Carriers.PRODUCER, "doubao"));
        assertEquals("doubao", bare.producer().text());
        assertFalse(bare.producer().coded());
        assertEquals(List.of(), bare.faults());
        AigcLabel wrong = only(LABEL.replace("MACQD9K64", "MACQD9K65"));
        assertTrue(wrong.producer().coded());
        assertFalse(wrong.producer().checkDigitRight());
        assertEquals(
                List.of("ContentProducer: check digit of the credit code is wrong"),
                wrong.faults());
    }

    private AigcLabel only(String json) {
        return inspector.inspect(png(chunk("tEXt", "AIGC\0" + json))).labels().getFirst();
    }

    @Test
    void doubledFieldIsNoReadableLabel() {
        AigcLabel label =
                only(LABEL.replace("{\"Label\":\"1\"", "{\"Label\":\"2\",\"Label\":\"1\""));
        assertFalse(label.readable());
    }

    @Test
    void labelOfAThumbnailOrOfAnotherPictureIsNotThatOfTheFile() {
        byte[] inner = Carriers.labelled(LABEL).get("jpeg-app1-xmp");
        // A whole labelled file inside a segment of another maker is data of that maker.
        byte[] outer = jpeg(app(0xE2, join(latin("MPF\0"), inner)));
        assertEquals(FindingKind.NOTHING_FOUND, inspector.inspect(outer).finding());
    }

    private static String attribute() {
        return xmpAttribute(LABEL);
    }

    private static String numbered() {
        return xmp(LABEL).replace("&quot;", "&#34;");
    }

    private static String characters() {
        return xmp(LABEL)
                .replace("&quot;", "\"")
                .replace("<TC260:AIGC>", "<TC260:AIGC><![CDATA[")
                .replace("</TC260:AIGC>", "]]></TC260:AIGC>");
    }

    private static String singleQuotes() {
        return Carriers.packet(
                " xmlns:TC260='http://www.tc260.org.cn/ns/AIGC/1.0/' TC260:AIGC='" + LABEL + "'/>");
    }

    /** An EXIF block with one user comment, its numbers with this end first. */
    private static byte[] comment(boolean big, byte[] comment) {
        ByteBuffer out = ByteBuffer.allocate(44 + comment.length);
        out.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        out.put(latin(big ? "MM" : "II")).putShort((short) 42).putInt(8);
        out.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26);
        out.putInt(0);
        out.putShort((short) 1).putShort((short) 0x9286).putShort((short) 7);
        out.putInt(comment.length).putInt(44).putInt(0).put(comment);
        return jpeg(app(0xE1, join(latin("Exif\0\0"), out.array())));
    }

    private static byte[] littleTiff(byte[] xmp) {
        ByteBuffer out = ByteBuffer.allocate(50 + xmp.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("II*\0")).putInt(8).putShort((short) 3);
        for (int tag : new int[] {0x100, 0x101})
            out.putShort((short) tag).putShort((short) 3).putInt(1).putInt(3);
        out.putShort((short) 0x2BC).putShort((short) 1).putInt(xmp.length).putInt(50);
        return out.putInt(0).put(xmp).array();
    }

    private static byte[] behindPixels() {
        byte[] plain = Carriers.plain("png");
        int end = plain.length - 12;
        return join(
                Arrays.copyOf(plain, end),
                chunk("tEXt", "AIGC\0" + LABEL),
                Arrays.copyOfRange(plain, end, plain.length));
    }

    /** A film whose media data come first, in a box with the long form of the size. */
    private static byte[] largeBox() {
        byte[] film = Carriers.labelled(LABEL).get("bmff-keys");
        int head = ByteBuffer.wrap(film).getInt();
        byte[] media = join(number(4, 1), latin("mdat"), number(8, 16 + 40), new byte[40]);
        return join(Arrays.copyOf(film, head), media, Arrays.copyOfRange(film, head, film.length));
    }

    /** A film as a camera streams it: sizes of segment and cluster unknown, tags last. */
    private static byte[] streamed() {
        byte[] whole = Carriers.mkv(LABEL);
        String hex = HexFormat.of().formatHex(whole);
        int segment = hex.indexOf("18538067") / 2;
        int tags = hex.indexOf("1254c367") / 2;
        byte[] block = HexFormat.of().parseHex("A3" + "84" + "81000080");
        return join(
                Arrays.copyOf(whole, segment),
                HexFormat.of().parseHex("18538067" + "01FFFFFFFFFFFFFF"),
                Arrays.copyOfRange(whole, segment + 8, tags),
                HexFormat.of().parseHex("1F43B675" + "FF" + "E7" + "81" + "00"),
                block,
                Arrays.copyOfRange(whole, tags, whole.length));
    }
}
