package packwitness.dossier.print;

import packwitness.dossier.paper.Dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template of one paper, filled from its case; remembers which sentences the paper used, in
 * order. One thread.
 */
final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.]+)}");

    private final Properties template = new Properties();
    private final Map<String, String> places;
    private final Map<String, String> changes;
    private final SequencedMap<String, String> said = new LinkedHashMap<>();

    Wording(Dossier dossier) {
        read("common");
        read(dossier.cover().addressee().template());
        places = Places.of(dossier);
        changes = dossier.wording();
    }

    private void read(String name) {
        String path = "/packwitness/dossier/" + name + ".properties";
        try (InputStream in = Wording.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("no template " + path);
            template.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns fixed words; further places are pairs of name and value. */
    String label(String key, Object... more) {
        return fill(key, raw(key), more);
    }

    /** Returns a sentence the owner may have changed, or nothing where it was struck out. */
    String say(String key, Object... more) {
        String full = "say." + key;
        String sentence = changes.getOrDefault(full, fill(full, raw(full), more)).strip();
        said.put(full, sentence);
        return sentence;
    }

    boolean has(String key) {
        return template.containsKey(key);
    }

    /**
     * Returns the sentences prefix.1, prefix.2 … with the variant where one exists, struck ones
     * left out.
     */
    List<String> list(String prefix, String variant) {
        List<String> sentences = new ArrayList<>();
        for (int i = 1; ; i++) {
            String key = prefix + "." + i;
            String chosen = has("say." + key + "." + variant) ? key + "." + variant : key;
            if (!has("say." + chosen)) return sentences;
            String sentence = say(chosen);
            if (!sentence.isEmpty()) sentences.add(sentence);
        }
    }

    /** Returns key and sentence of what was said so far. */
    SequencedMap<String, String> said() {
        return said;
    }

    private String raw(String key) {
        String text = template.getProperty(key);
        if (text == null) throw new IllegalStateException("no words for " + key);
        return text;
    }

    private String fill(String key, String text, Object... more) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find())
            place.appendReplacement(
                    filled, Matcher.quoteReplacement(value(key, place.group(1), more)));
        // Two brackets of marks side by side become one.
        return place.appendTail(filled).toString().replace("）（证据", "、");
    }

    private String value(String key, String name, Object... more) {
        for (int i = 0; i + 1 < more.length; i += 2)
            if (more[i].equals(name)) return more[i + 1].toString();
        String value = places.get(name);
        if (value == null) throw new IllegalStateException("no {" + name + "} for " + key);
        return value;
    }
}
