package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import packwitness.inspect.label.AigcLabel;
import packwitness.inspect.label.DemoLabel;
import packwitness.inspect.label.LabelSignature;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** GB 45438 labels in all their places. */
class LabelsInEveryCarrierTest {
    private final PictureInspector inspector = Inspectors.plain();

    @TestFactory
    Stream<DynamicTest> labelIsReadInItsPlace() {
        return Carriers.labelled(Carriers.json("1")).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> isRead(entry)));
    }

    private void isRead(Map.Entry<String, byte[]> entry) {
        Inspection found = inspector.inspect(entry.getValue());
        assertEquals(FindingKind.AI_LABEL_UNSIGNED, found.finding());
        assertEquals(1, found.labels().size(), found.labels().toString());
        AigcLabel label = found.labels().getFirst();
        assertEquals(entry.getKey().split(" ")[0], label.place());
        assertEquals("1", label.value());
        assertEquals(Carriers.PRODUCER, label.producer().text());
        assertTrue(label.producer().checkDigitRight());
        assertEquals("id-1", label.produceId());
        assertEquals(LabelSignature.ABSENT, label.signature());
        assertEquals(List.of(), found.damage());
        if (!entry.getKey().startsWith("avi")) assertTrue(found.width() > 0, "no size");
    }

    @TestFactory
    Stream<DynamicTest> cutLabelIsCalledMalformed() {
        String cut = "{\"Label\":\"1\",\"ContentProducer\":\"" + Carriers.PRODUCER + "\"";
        return Carriers.labelled(cut).entrySet().stream()
                .filter(entry -> !entry.getKey().equals("exif-imagedescription"))
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(), () -> isMalformed(entry.getValue())));
    }

    private void isMalformed(byte[] file) {
        Inspection found = inspector.inspect(file);
        assertEquals(FindingKind.AI_LABEL_MALFORMED, found.finding());
        assertFalse(found.labels().getFirst().readable());
        assertEquals(Carriers.PRODUCER, found.labels().getFirst().producer().text());
    }

    @Test
    void labelOfAPlatformIsWeak() {
        for (String value : List.of("2", "3")) {
            byte[] file = Carriers.labelled(Carriers.json(value)).get("png-text");
            Inspection found = inspector.inspect(file);
            assertEquals(FindingKind.AI_LABEL_UNSIGNED, found.finding());
            assertEquals(Strength.C, found.signs().getFirst().strength());
        }
    }

    @Test
    void labelWithAnotherValueIsMalformed() {
        byte[] file = Carriers.labelled(Carriers.json("4")).get("png-text");
        assertEquals(FindingKind.AI_LABEL_MALFORMED, inspector.inspect(file).finding());
    }

    @Test
    void departuresFromTheStandardAreNamed() {
        String json =
                "{\"Label\":1,\"ContentProducer\":\"001191110102MACQD9K65010000\","
                        + "\"ProduceID\":\"with space\",\"Extra\":\"x\"}";
        AigcLabel label =
                inspector.inspect(Carriers.labelled(json).get("png-text")).labels().getFirst();
        assertTrue(label.readable());
        assertFalse(label.producer().checkDigitRight());
        assertTrue(label.faults().contains("Label is no string"));
        assertTrue(label.faults().contains("unknown field"));
        assertTrue(label.faults().contains("ReservedCode1 is missing"));
        assertTrue(
                label.faults()
                        .contains("ProduceID has characters that the standard does not allow"));
    }

    @Test
    void twoLabelsInOneFileAreBothRead() {
        byte[] both =
                Carriers.png(
                        Carriers.chunk("tEXt", "AIGC\0" + Carriers.json("1")),
                        Carriers.chunk("tEXt", "AIGC\0" + Carriers.json("2")));
        Inspection found = inspector.inspect(both);
        assertEquals(2, found.labels().size());
        assertTrue(found.labels().getLast().faults().contains("second label of the file"));
    }

    @Test
    void labelInDamagedXmpIsStillFound() {
        String broken = Carriers.xmp(Carriers.json("1")).replace("</rdf:Description>", "<");
        byte[] file = Carriers.png(Carriers.chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + broken));
        assertEquals(FindingKind.AI_LABEL_UNSIGNED, inspector.inspect(file).finding());
    }

    @Test
    void labelSpreadOverXmpPropertiesIsRead() {
        String xmp =
                Carriers.packet(
                        " xmlns:T=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">"
                                + "<T:AIGC rdf:parseType=\"Resource\"><T:Label>1</T:Label>"
                                + "<T:ContentProducer>doubao</T:ContentProducer></T:AIGC>"
                                + "</rdf:Description>");
        byte[] file = Carriers.png(Carriers.chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + xmp));
        assertEquals("doubao", inspector.inspect(file).labels().getFirst().producer().text());
    }

    @Test
    void theWordAloneIsNoLabel() {
        byte[] file =
                Carriers.png(
                        Carriers.chunk("tEXt", "Comment\0AIGC is discussed here {but not meant}"),
                        Carriers.chunk("tEXt", "Title\0{\"Label\":\"1\"}"));
        assertEquals(FindingKind.NOTHING_FOUND, inspector.inspect(file).finding());
    }

    @Test
    void demoLabelNamesItself() {
        Inspection found = inspector.inspect(DemoLabel.addTo(Carriers.plain("png")));
        assertEquals(FindingKind.AI_LABEL_UNSIGNED, found.finding());
        assertEquals(DemoLabel.PRODUCER, found.labels().getFirst().producer().text());
        assertEquals(List.of(), found.labels().getFirst().faults());
        assertEquals(List.of(), found.damage());
    }
}
