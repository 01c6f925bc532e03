package packwitness.ledger;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The wording of checks in one language; immutable. */
final class CheckWords {
    private static final Map<Lang, CheckWords> ALL =
            Map.of(Lang.ZH, load(Lang.ZH), Lang.EN, load(Lang.EN));

    private final Lang lang;
    private final Properties words;

    private CheckWords(Lang lang, Properties words) {
        this.lang = lang;
        this.words = words;
    }

    static CheckWords of(Lang lang) {
        CheckWords found = ALL.get(lang);
        if (found == null) throw new IllegalArgumentException("no words for " + lang);
        return found;
    }

    String sentence(String key, String... values) {
        return sentence(key, List.of(values));
    }

    String sentence(String key, List<String> values) {
        String pattern = words.getProperty(key);
        if (pattern == null) throw new IllegalArgumentException("no words for " + key);
        return new MessageFormat(pattern, lang.locale()).format(values.toArray());
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private static CheckWords load(Lang lang) {
        String name = "checks_" + lang.code() + ".properties";
        Properties words = new Properties();
        try (InputStream in = CheckWords.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no bundle " + name);
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new CheckWords(lang, words);
    }
}
