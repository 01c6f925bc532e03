package packwitness.orders;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** The headings that platforms and tools are known to write; read once, then shared. */
final class Headings {
    /** What stands where no platform is recognised. */
    static final String OTHER = "other";

    private static final Pattern UNIT = Pattern.compile("\\((元|件|个|rmb|cny)\\)$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u200B\\uFEFF\"'=]");
    private static final String MARK = "platform.";

    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    Headings() {
        Properties known = new Properties();
        try (InputStream in =
                Objects.requireNonNull(
                        Headings.class.getResourceAsStream(
                                "/packwitness/orders/columns.properties"))) {
            known.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : known.stringPropertyNames())
            lines.put(
                    key,
                    List.of(known.getProperty(key).split(",")).stream()
                            .map(Headings::plain)
                            .toList());
    }

    /** Returns a heading as it is compared: one width, one case, no blanks, no unit. */
    static String plain(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return UNIT.matcher(BLANKS.matcher(plain).replaceAll("")).replaceAll("");
    }

    /** Returns the platform whose marks stand among these plain headings. */
    String platform(List<String> plain) {
        return lines.keySet().stream()
                .filter(key -> key.startsWith(MARK))
                .sorted()
                .filter(key -> marks(key, plain) >= least(key))
                .max(Comparator.comparingLong(key -> marks(key, plain)))
                .map(key -> key.substring(MARK.length()))
                .orElse(OTHER);
    }

    /** Returns the headings that may hold the field, the likeliest first. */
    List<String> of(Field field, String platform) {
        List<String> names =
                new ArrayList<>(lines.getOrDefault(platform + "." + field.key(), List.of()));
        names.addAll(lines.getOrDefault(field.key(), List.of()));
        return names;
    }

    private long marks(String key, List<String> plain) {
        return line(key).stream()
                .map(name -> name.startsWith("+") ? name.substring(1) : name)
                .filter(plain::contains)
                .count();
    }

    private long least(String key) {
        return line(key).getFirst().startsWith("+") ? 2 : 1;
    }

    private List<String> line(String key) {
        return lines.getOrDefault(key, List.of());
    }
}
