package packwitness.inspect.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the labels of GB 45438-2025 among the words of a file, in every carrier. */
public final class LabelReader {
    private static final int MOST = 50;
    private static final Pattern GLUED =
            Pattern.compile("AIGC\\s{0,4}(?=\\{)|\\{\\s{0,9}(?=\"AIGC\"\\s{0,9}:)");

    private LabelReader() {}

    /** Returns every label, also unreadable ones, in file order. */
    public static List<AigcLabel> read(List<Said> words) {
        List<AigcLabel> labels = new ArrayList<>();
        for (Said said : words) {
            if (labels.size() >= MOST) break;
            text(said).ifPresent(text -> labels.add(LabelText.read(said.place(), text)));
        }
        spread(words).ifPresent(labels::add);
        return marked(labels);
    }

    /** The standard (6.1 c) allows one label a file. */
    private static List<AigcLabel> marked(List<AigcLabel> labels) {
        List<AigcLabel> all = new ArrayList<>();
        for (AigcLabel label : labels)
            all.add(all.isEmpty() ? label : label.withFault("second label of the file"));
        return List.copyOf(all);
    }

    private static Optional<String> text(Said said) {
        String text = said.text();
        boolean named = said.name().toUpperCase(Locale.ROOT).contains("AIGC");
        boolean xmp = !said.space().isEmpty() && said.space().contains("/");
        if (named && !text.isBlank() && (xmp || text.contains("{") || said.name().equals("AIGC")))
            return Optional.of(text);
        if (LabelText.looksLikeLabel(text)) return Optional.of(text);
        // In comments and in nameless segments the label may be glued to other bytes.
        return said.name().isEmpty() || said.place().startsWith("exif")
                ? glued(text)
                : Optional.empty();
    }

    private static Optional<String> glued(String text) {
        Matcher matcher = GLUED.matcher(text);
        if (!matcher.find()) return Optional.empty();
        int start = text.indexOf('{', matcher.start());
        String cut = text.substring(start, endOfObject(text, start));
        return LabelText.looksLikeLabel(cut) || matcher.group().startsWith("AIGC")
                ? Optional.of(cut)
                : Optional.empty();
    }

    /** Returns the index behind the brace that closes the object, or the end of the text. */
    private static int endOfObject(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        int last = Math.min(text.length(), start + 65_536);
        for (int i = start; i < last; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') i++;
                else if (c == '"') quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return last;
    }

    /** Some writers make XMP properties of the fields instead of one JSON value. */
    private static Optional<AigcLabel> spread(List<Said> words) {
        Map<String, String> fields = new LinkedHashMap<>();
        String place = "";
        for (Said said : words) {
            if (!said.owner().equals("AIGC") && !said.space().contains("tc260.org.cn")) continue;
            if (said.name().equals("AIGC")) continue;
            fields.putIfAbsent(said.name(), said.text());
            place = said.place();
        }
        if (!fields.containsKey("Label")) return Optional.empty();
        return Optional.of(LabelText.read(place, LabelText.json(fields)));
    }
}
