package packwitness.inspect.label;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An IPTC word on how a picture came into being.
 *
 * @param value last word of the address, such as {@code trainedAlgorithmicMedia}, or the name of an
 *     IPTC 2025.1 field on AI
 */
public record SourceType(String place, String value, boolean ai) {
    private static final Set<String> AI_TYPES =
            Set.of(
                    "trainedalgorithmicmedia",
                    "compositewithtrainedalgorithmicmedia",
                    "compositesynthetic");

    private static final Set<String> AI_FIELDS =
            Set.of(
                    "AISystemUsed",
                    "AISystemVersionUsed",
                    "AIPromptInformation",
                    "AIPromptWriterName");

    /** Says whether this source type, as address or as last word, declares trained AI. */
    public static boolean isAi(String type) {
        return AI_TYPES.contains(lastWord(type).toLowerCase(Locale.ROOT));
    }

    /** Returns what stands behind the last slash or colon. */
    public static String lastWord(String type) {
        String text = type.strip();
        int at = Math.max(text.lastIndexOf('/'), text.lastIndexOf(':'));
        return text.substring(at + 1);
    }

    /** Returns the source types that XMP names anywhere, each once. */
    public static List<SourceType> read(List<Said> words) {
        Set<SourceType> found = new LinkedHashSet<>();
        for (Said said : words) {
            if (!said.place().contains("xmp") && !said.place().equals("bmff-xml")) continue;
            String name = said.name();
            if (name.equalsIgnoreCase("DigitalSourceType")
                    || name.equalsIgnoreCase("DigitalSourcefileType"))
                found.add(new SourceType(said.place(), lastWord(said.text()), isAi(said.text())));
            if (AI_FIELDS.contains(name)) found.add(new SourceType(said.place(), name, true));
        }
        return new ArrayList<>(found);
    }
}
