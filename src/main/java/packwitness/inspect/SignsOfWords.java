package packwitness.inspect;

import packwitness.inspect.label.AigcLabel;
import packwitness.inspect.label.CameraTrace;
import packwitness.inspect.label.EditorTrace;
import packwitness.inspect.label.GeneratorTrace;
import packwitness.inspect.label.LabelSignature;
import packwitness.inspect.label.SourceType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns what a file says in unsigned words into signs. */
final class SignsOfWords {
    private static final Set<String> CAPTURES =
            Set.of("digitalCapture", "computationalCapture", "negativeFilm", "positiveFilm");

    private SignsOfWords() {}

    static Sign of(AigcLabel label) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "label", label.value());
        put(facts, "producer", label.producer().text());
        put(facts, "credit_code", label.producer().creditCode());
        put(facts, "produce_id", label.produceId());
        put(facts, "propagator", label.propagator().text());
        put(facts, "propagate_id", label.propagateId());
        put(facts, "faults", String.join("; ", label.faults()));
        if (!label.readable()) return sign(SignKind.LABEL_MALFORMED, Strength.C, label, facts);
        if (label.signature() == LabelSignature.BAD)
            return sign(SignKind.LABEL_SIGNATURE_BAD, Strength.C, label, facts);
        return switch (label.value()) {
            case "2" -> sign(SignKind.LABEL_MAY_BE_AI, Strength.C, label, facts);
            case "3" -> sign(SignKind.LABEL_SUSPECTED_AI, Strength.C, label, facts);
            default ->
                    label.signature() == LabelSignature.GOOD
                            ? sign(SignKind.LABEL_SIGNED, Strength.A, label, facts)
                            : sign(SignKind.LABEL_IS_AI, Strength.B, label, facts);
        };
    }

    static Sign of(SourceType type) {
        return new Sign(
                type.ai() ? SignKind.IPTC_AI_TYPE : SignKind.IPTC_OTHER_TYPE,
                type.ai() ? Strength.B : Strength.C,
                CAPTURES.contains(type.value()),
                type.place(),
                Map.of("source_type", type.value()));
    }

    static Sign of(GeneratorTrace trace) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("maker", trace.maker());
        facts.put("excerpt", trace.excerpt());
        return new Sign(SignKind.GENERATOR_TRACE, Strength.B, false, trace.place(), facts);
    }

    static Sign of(CameraTrace camera) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "make", camera.make());
        put(facts, "model", camera.model());
        put(facts, "taken_at", camera.takenAt());
        if (camera.placed()) facts.put("position", "present");
        return new Sign(SignKind.CAMERA_FACTS, Strength.C, true, "exif", facts);
    }

    static Sign editor(EditorTrace editor) {
        return new Sign(
                SignKind.EDITOR_NAMED,
                Strength.C,
                false,
                editor.place(),
                Map.of("software", editor.editor()));
    }

    static Sign history(EditorTrace editor) {
        return new Sign(
                SignKind.EDIT_HISTORY,
                Strength.C,
                false,
                "xmp",
                Map.of("steps", String.join("; ", editor.history())));
    }

    private static Sign sign(
            SignKind kind, Strength strength, AigcLabel label, Map<String, String> facts) {
        return new Sign(kind, strength, false, label.place(), facts);
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) facts.put(name, value);
    }
}
