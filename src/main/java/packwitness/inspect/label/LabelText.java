package packwitness.inspect.label;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the JSON of one label and names its departures from Annex E of GB 45438-2025. */
final class LabelText {
    private static final int MOST_RAW = 4096;
    private static final List<String> FIELDS =
            List.of(
                    "Label",
                    "ContentProducer",
                    "ProduceID",
                    "ReservedCode1",
                    "ContentPropagator",
                    "PropagateID",
                    "ReservedCode2");

    /** One service writes these names instead. */
    private static final Map<String, String> VARIANTS =
            Map.of(
                    "ServiceProvider", "ContentProducer",
                    "ServiceUser", "ContentPropagator",
                    "ContentId", "ProduceID",
                    "ContentID", "ProduceID");

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(1 << 20)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Pattern PRODUCER =
            Pattern.compile("\"ContentProducer\"\\s{0,9}:\\s{0,9}\"([^\"]{0,200})\"");

    /** A DER signature in hexadecimal, base64 of some length, or JSON; a bare number is none. */
    private static final Pattern SIGNATURE =
            Pattern.compile("^(?:30[0-9a-fA-F]{100,}|[A-Za-z0-9+/=]{80,}|\\{)");

    private static final Pattern CHARACTERS = Pattern.compile("[\\x21-\\x7E&&[^\"\\\\]]*");

    private LabelText() {}

    /** Says whether a text is the JSON of a label, whole or cut, even without a telling key. */
    static boolean looksLikeLabel(String text) {
        String start = bare(text);
        if (!start.startsWith("{")) return false;
        String head = start.substring(0, Math.min(start.length(), 8192));
        if (head.matches("(?s)\\{\\s*\"AIGC\"\\s*:.*")) return true;
        return head.contains("\"Label\"")
                && (head.contains("\"ContentProducer\"")
                        || head.contains("\"ContentPropagator\"")
                        || head.contains("\"ProduceID\""));
    }

    /** Some writers put the mark of byte order before the text. */
    private static String bare(String text) {
        String plain = text.strip();
        return plain.startsWith("\uFEFF") ? plain.substring(1).strip() : plain;
    }

    /** Reads the label; what cannot be read gives an unreadable label with its raw text. */
    static AigcLabel read(String place, String text) {
        String clean = bare(text.replace("\0", ""));
        List<String> faults = new ArrayList<>();
        JsonNode node;
        try {
            node = JSON.readTree(clean);
            node = unwrap(node, faults);
        } catch (JsonProcessingException e) {
            return unreadable(place, clean, "no readable JSON");
        }
        if (!node.isObject()) return unreadable(place, clean, "no JSON object");
        Map<String, String> values = values(node, faults);
        String value = values.getOrDefault("Label", "");
        boolean variant = node.has("ServiceProvider") || node.has("ServiceUser");
        if (!Set.of("1", "2", "3").contains(value) && !(variant && value.isEmpty()))
            return unreadable(
                    place, clean, value.isEmpty() ? "Label is missing" : "Label is not 1, 2 or 3");
        return label(place, value, values, faults, clean);
    }

    /** Writes fields that stand apart as the one JSON text they should have been. */
    static String json(Map<String, String> fields) {
        return JSON.createObjectNode().setAll(nodes(fields)).toString();
    }

    private static Map<String, JsonNode> nodes(Map<String, String> fields) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        fields.forEach((name, text) -> nodes.put(name, JSON.getNodeFactory().textNode(text)));
        return nodes;
    }

    private static AigcLabel label(
            String place,
            String value,
            Map<String, String> values,
            List<String> faults,
            String raw) {
        ServiceCode producer = ServiceCode.of(values.getOrDefault("ContentProducer", ""));
        ServiceCode propagator = ServiceCode.of(values.getOrDefault("ContentPropagator", ""));
        if (producer.coded() && !producer.checkDigitRight())
            faults.add("ContentProducer: check digit of the credit code is wrong");
        if (propagator.coded() && !propagator.checkDigitRight())
            faults.add("ContentPropagator: check digit of the credit code is wrong");
        String reserved = values.getOrDefault("ReservedCode1", "");
        return new AigcLabel(
                place,
                true,
                value,
                producer,
                values.getOrDefault("ProduceID", ""),
                propagator,
                values.getOrDefault("PropagateID", ""),
                reserved,
                values.getOrDefault("ReservedCode2", ""),
                // Checked later, where the owner has loaded the key of the service.
                SIGNATURE.matcher(reserved).find()
                        ? LabelSignature.NOT_CHECKABLE
                        : LabelSignature.ABSENT,
                faults,
                cut(raw));
    }

    private static JsonNode unwrap(JsonNode node, List<String> faults)
            throws JsonProcessingException {
        JsonNode inner = node;
        for (int i = 0; i < 3; i++) {
            if (inner.isObject() && inner.has("AIGC")) inner = inner.get("AIGC");
            if (inner.isTextual()) {
                faults.add("the JSON stands inside a JSON string");
                inner = JSON.readTree(inner.textValue());
            }
        }
        return inner;
    }

    private static Map<String, String> values(JsonNode node, List<String> faults) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            String known = VARIANTS.getOrDefault(name, name);
            if (!known.equals(name)) faults.add(name + " stands for " + known);
            else if (!FIELDS.contains(known)) faults.add("unknown field");
            JsonNode value = field.getValue();
            if (!value.isTextual() && FIELDS.contains(known)) faults.add(known + " is no string");
            String text = value.isValueNode() ? value.asText("") : value.toString();
            if (FIELDS.contains(known)
                    && !known.startsWith("Reserved")
                    && !CHARACTERS.matcher(text).matches())
                faults.add(known + " has characters that the standard does not allow");
            values.put(known, text);
        }
        for (String field : FIELDS)
            if (!values.containsKey(field)) faults.add(field + " is missing");
        return values;
    }

    private static AigcLabel unreadable(String place, String raw, String fault) {
        Matcher producer = PRODUCER.matcher(raw.substring(0, Math.min(raw.length(), 65536)));
        ServiceCode none = ServiceCode.of("");
        return new AigcLabel(
                place,
                false,
                "",
                producer.find() ? ServiceCode.of(producer.group(1)) : none,
                "",
                none,
                "",
                "",
                "",
                LabelSignature.ABSENT,
                List.of(fault),
                cut(raw));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MOST_RAW));
    }
}
