package packwitness.dossier.print;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Scope;
import packwitness.dossier.paper.Times;
import packwitness.value.Lang;

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

    private final Lang lang;
    private final Properties template = new Properties();
    private final Map<String, String> places;
    private final Map<String, String> changes;
    private final SequencedMap<String, PaperText.Said> said = new LinkedHashMap<>();
    private String part = "";

    Wording(Dossier dossier) {
        lang = dossier.cover().lang();
        read("common");
        read(dossier.cover().addressee().template());
        if (dossier.cover().scope() == Scope.ANNEX) read("annex");
        places = Places.of(dossier, this::raw);
        changes = dossier.wording();
    }

    private void read(String name) {
        String suffix = lang == Lang.ZH ? "" : "_" + lang.code();
        String path = "/packwitness/dossier/" + name + suffix + ".properties";
        try (InputStream in = Wording.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("no template " + path);
            template.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Lang lang() {
        return lang;
    }

    /** Returns days and prose times in the language of the paper. */
    Times times() {
        return Times.in(lang);
    }

    /** Returns fixed words; further places are pairs of name and value. */
    String label(String key, Object... more) {
        return fill(key, raw(key), more);
    }

    /** Returns the words, a colon and the value. */
    String named(String key, String value) {
        return label("named", "name", label(key), "value", value);
    }

    /** Notes the heading under which the next sentences stand. */
    void enter(String title) {
        part = title;
    }

    /**
     * Returns a sentence the owner may have changed, or nothing where it was struck out. The
     * owner's sentence stays tied to the exhibits of the template's.
     */
    String say(String key, Object... more) {
        String full = "say." + key;
        String written = fill(full, raw(full), more).strip();
        String changed = changes.get(full);
        String text = changed == null ? written : owners(changed.strip());
        List<ExhibitNo> added =
                changed == null || text.isEmpty() ? List.of() : Marks.left(written, text);
        String printed = added.isEmpty() ? text : Marks.tied(text, added);
        said.putIfAbsent(
                full,
                new PaperText.Said(full, part, written, printed, added, Marks.named(printed)));
        return printed;
    }

    /** The owner's own sentence is Chinese; the translation says so and leaves it as it is. */
    private String owners(String text) {
        return lang == Lang.ZH || text.isEmpty() ? text : raw("owners.words") + text;
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

    /** Returns what was said so far, in the order in which it was said first. */
    List<PaperText.Said> said() {
        return List.copyOf(said.values());
    }

    private String raw(String key) {
        String text = template.getProperty(key);
        if (text == null) throw new IllegalStateException("no words for " + key);
        return text;
    }

    private String fill(String key, String text, Object... more) {
        if (text.contains("%s")) throw new IllegalStateException("places have names: " + key);
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
        // A provision that was not in force on that day has no name; the sentence still stands.
        if (value == null && name.startsWith("law.")) return raw("law.unnamed");
        if (value == null) throw new IllegalStateException("no {" + name + "} for " + key);
        return value;
    }
}
