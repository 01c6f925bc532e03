package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Generators, IPTC types, editors, cameras. */
class TracesTest {
    private static final String JOB = "0a1b2c3d-0000-4000-8000-0123456789ab";

    private final PictureInspector inspector = Inspectors.plain();

    @Test
    void generatorsAreNamedByTheirWords() {
        Map<String, byte[]> samples =
                Map.of(
                        "Stable Diffusion WebUI",
                        text("parameters", "a cup\nNegative prompt: x\nSteps: 20, Sampler: Euler"),
                        "ComfyUI",
                        text("prompt", "{\"3\": {\"class_type\": \"KSampler\"}}"),
                        "InvokeAI",
                        text("Dream", "\"a cup\" -s 50 -S 1"),
                        "Fooocus",
                        text("fooocus_scheme", "fooocus"),
                        "Midjourney",
                        text("Description", "a cup --v 6 Job ID: " + JOB),
                        "NovelAI",
                        text("Comment", "{\"steps\": 28, \"sampler\": \"k_euler\"}"),
                        "Grok",
                        grok());
        samples.forEach((maker, file) -> {
            Inspection found = inspector.inspect(file);
            assertEquals(FindingKind.AI_TRACE_UNSIGNED, found.finding(), maker);
            assertEquals(maker, found.traces().getFirst().maker());
        });
    }

    private static byte[] text(String key, String value) {
        return Carriers.png(Carriers.chunk("tEXt", key + "\0" + value));
    }

    private static byte[] grok() {
        return exif(Map.of(0x010E, "Signature: " + "A".repeat(80), 0x013B, JOB));
    }

    /** Returns a JPEG whose main directory has these texts, in rising order of their numbers. */
    private static byte[] exif(Map<Integer, String> texts) {
        List<Integer> tags = texts.keySet().stream().sorted().toList();
        byte[] entries = new byte[0];
        byte[] values = new byte[0];
        int offset = 8 + 2 + 12 * tags.size() + 4;
        for (int tag : tags) {
            byte[] value = Carriers.utf8(texts.getOrDefault(tag, "") + "\0\0\0\0\0");
            entries =
                    Carriers.join(
                            entries,
                            Carriers.number(2, tag),
                            Carriers.number(2, 2),
                            Carriers.number(4, value.length),
                            Carriers.number(4, offset + values.length));
            values = Carriers.join(values, value);
        }
        return Carriers.jpeg(
                Carriers.app(
                        0xE1,
                        Carriers.join(
                                Carriers.latin("Exif\0\0MM\0*"),
                                Carriers.number(4, 8),
                                Carriers.number(2, tags.size()),
                                entries,
                                Carriers.number(4, 0),
                                values)));
    }

    @Test
    void sourceTypeIsFoundInATextChunkToo() {
        String packet =
                Carriers.packet(
                        " xmlns:I=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\""
                                + " I:DigitalSourceType=\"http://cv.iptc.org/newscodes/"
                                + "digitalsourcetype/trainedAlgorithmicMedia\"/>");
        byte[] file = Carriers.png(Carriers.chunk("tEXt", "XML:com.adobe.xmp\0" + packet));
        Inspection found = inspector.inspect(file);
        assertEquals(FindingKind.AI_TRACE_UNSIGNED, found.finding());
        assertEquals("png-text-xmp", found.signs().getFirst().place());
        byte[] other =
                Carriers.png(
                        Carriers.chunk(
                                "tEXt",
                                "XML:com.adobe.xmp\0"
                                        + packet.replace("trainedAlg", "alg")
                                                .replace("algorithmicMedia", "softwareImage")));
        assertEquals(FindingKind.NOTHING_FOUND, inspector.inspect(other).finding());
    }

    @Test
    void editorIsNamedAndFirmwareIsNot() {
        Inspection edited = inspector.inspect(exif(Map.of(0x0131, "美图秀秀 10.1")));
        assertEquals(FindingKind.EDIT_SOFTWARE_NAMED, edited.finding());
        assertEquals("美图秀秀 10.1", edited.software());
        Inspection phone =
                inspector.inspect(exif(Map.of(0x010F, "HUAWEI", 0x0131, "JAD-AL50 4.0.0.1")));
        assertEquals(FindingKind.NOTHING_FOUND, phone.finding());
        assertEquals("HUAWEI", phone.camera().make());
    }

    @Test
    void cameraSpeaksForTheBuyer() {
        byte[] file =
                exif(Map.of(0x010F, "Xiaomi", 0x0110, "14 Pro", 0x829A, "1/50", 0x9003, "2026"));
        Inspection found = inspector.inspect(file);
        assertEquals(FindingKind.CAMERA_EXIF_UNSIGNED, found.finding());
        assertEquals(SignKind.CAMERA_FACTS, found.speaksForTheBuyer().getFirst().kind());
        assertTrue(found.camera().namesCamera());
    }

    @Test
    void cameraOfHeifPictureIsRead() {
        byte[] exif =
                Carriers.join(
                        Carriers.number(4, 0),
                        Carriers.latin("MM\0*"),
                        Carriers.number(4, 8),
                        Carriers.number(2, 1),
                        Carriers.number(2, 0x0110),
                        Carriers.number(2, 2),
                        Carriers.number(4, 8),
                        Carriers.number(4, 26),
                        Carriers.number(4, 0),
                        Carriers.latin("Phone 7\0"));
        assertEquals("Phone 7", inspector.inspect(heif("Exif", exif)).camera().model());
        byte[] xmp = Carriers.utf8(Carriers.xmp(Carriers.json("1")));
        Inspection labelled = inspector.inspect(heif("mime", xmp));
        assertEquals("HEIC", labelled.container());
        assertEquals("bmff-item-xmp", labelled.labels().getFirst().place());
    }

    /** Returns a HEIF picture with one item, kept in the metadata itself. */
    private static byte[] heif(String type, byte[] item) {
        byte[] entry =
                Carriers.box(
                        "infe",
                        Carriers.number(4, 2 << 24),
                        Carriers.number(2, 1),
                        Carriers.number(2, 0),
                        Carriers.latin(type),
                        Carriers.latin(type.equals("mime") ? "\0application/rdf+xml\0" : "\0"));
        byte[] items = Carriers.box("iinf", Carriers.number(4, 0), Carriers.number(2, 1), entry);
        byte[] place =
                Carriers.box(
                        "iloc",
                        Carriers.number(4, 1 << 24),
                        Carriers.number(2, 0x4400),
                        Carriers.number(2, 1),
                        Carriers.number(2, 1),
                        Carriers.number(2, 1),
                        Carriers.number(2, 0),
                        Carriers.number(2, 1),
                        Carriers.number(4, 0),
                        Carriers.number(4, item.length));
        byte[] handler = Carriers.box("hdlr", new byte[8], Carriers.latin("pict"), new byte[13]);
        return Carriers.join(
                Carriers.box("ftyp", Carriers.latin("heic\0\0\0\0mif1heic")),
                Carriers.box(
                        "meta",
                        Carriers.number(4, 0),
                        handler,
                        items,
                        place,
                        Carriers.box("idat", item)));
    }

    @Test
    void profilesInHexadecimalAreRead() {
        byte[] xmp = Carriers.utf8(Carriers.xmp(Carriers.json("1")));
        String digits = HexFormat.of().formatHex(xmp);
        byte[] file =
                Carriers.png(
                        Carriers.chunk(
                                "zTXt",
                                Carriers.join(
                                        Carriers.latin("Raw profile type xmp\0\0"),
                                        Carriers.deflate(
                                                Carriers.latin(
                                                        "\nxmp\n     "
                                                                + xmp.length
                                                                + "\n"
                                                                + digits)))));
        assertEquals("png-ztxt-profile-xmp", inspector.inspect(file).labels().getFirst().place());
    }

    @Test
    void extendedXmpIsJoined() {
        byte[] xmp = Carriers.utf8(Carriers.xmp(Carriers.json("1")));
        byte[][] parts = new byte[2][];
        int half = xmp.length / 2;
        for (int i = 0; i < 2; i++)
            parts[1 - i] =
                    Carriers.app(
                            0xE1,
                            Carriers.join(
                                    Carriers.latin("http://ns.adobe.com/xmp/extension/\0"),
                                    Carriers.latin("0".repeat(32)),
                                    Carriers.number(4, xmp.length),
                                    Carriers.number(4, i * half),
                                    Arrays.copyOfRange(xmp, i * half, i == 0 ? half : xmp.length)));
        assertEquals(
                "jpeg-app1-xmp-extended",
                inspector.inspect(Carriers.jpeg(parts)).labels().getFirst().place());
    }

    @Test
    void remoteManifestIsNamedAndNotFetched() {
        String packet =
                Carriers.packet(
                        " xmlns:d=\"http://purl.org/dc/terms/\""
                                + " d:provenance=\"https://example.invalid/m.c2pa\"/>");
        byte[] file = Carriers.png(Carriers.chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + packet));
        Inspection found = inspector.inspect(file);
        assertEquals(FindingKind.C2PA_REMOTE_ONLY, found.finding());
        assertEquals("https://example.invalid/m.c2pa", found.c2pa().remote());
        assertFalse(found.c2pa().present());
    }

    @Test
    void ordinaryTextsAreNoTraces() {
        byte[] file =
                Carriers.png(
                        Carriers.chunk("tEXt", "Description\0Job ID: 4711, prompt delivery"),
                        Carriers.chunk("tEXt", "prompt\0please answer"),
                        Carriers.chunk("tEXt", "parameters\0none"));
        assertEquals(FindingKind.NOTHING_FOUND, inspector.inspect(file).finding());
    }
}
