package packwitness.inspect.label;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes a GB 45438 label with the producer {@code PACKWITNESS-DEMO} into the picture of the demo,
 * and can write no other: a picture with it is recognisable as ours, and no label of anybody else
 * is altered or removed.
 */
public final class DemoLabel {
    /** The producer that marks every label of the demo. */
    public static final String PRODUCER = "PACKWITNESS-DEMO";

    private static final String JSON =
            "{\"Label\":\"1\",\"ContentProducer\":\""
                    + PRODUCER
                    + "\",\"ProduceID\":\"DEMO-0001\",\"ReservedCode1\":\"\","
                    + "\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    private static final int SIGNATURE_AND_HEAD = 33;

    private DemoLabel() {}

    /**
     * Returns the PNG with the label in its XMP, behind the head of the picture; refuses what is no
     * PNG or already names AIGC.
     */
    public static byte[] addTo(byte[] png) {
        String text = new String(png, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("\u0089PNG\r\n\u001A\n") || png.length < SIGNATURE_AND_HEAD)
            throw new IllegalArgumentException("no PNG");
        if (text.contains("AIGC")) throw new IllegalArgumentException("carries a label already");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, SIGNATURE_AND_HEAD);
        out.writeBytes(chunk());
        out.writeBytes(Arrays.copyOfRange(png, SIGNATURE_AND_HEAD, png.length));
        return out.toByteArray();
    }

    private static byte[] chunk() {
        byte[] body = ("iTXtXML:com.adobe.xmp\0\0\0\0\0" + xmp()).getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    private static String xmp() {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\""
                + " xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">"
                + "<TC260:AIGC>"
                + JSON.replace("\"", "&quot;")
                + "</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }
}
