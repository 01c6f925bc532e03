package packwitness.ui.kit;

import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The bundles of one language. */
final class Sentences {
    private static final Map<Lang, Sentences> ALL = all();

    private final Lang lang;
    private final Map<String, Properties> rooms = new ConcurrentHashMap<>();

    private Sentences(Lang lang) {
        this.lang = lang;
    }

    static Sentences of(Lang lang) {
        return java.util.Objects.requireNonNull(ALL.get(lang), "every language");
    }

    String say(String key, Object... arguments) {
        String pattern =
                rooms.computeIfAbsent(key.substring(0, key.indexOf('.')), this::read)
                        .getProperty(key);
        if (pattern == null) throw new IllegalArgumentException("no text " + key + " in " + lang);
        return new MessageFormat(pattern, lang.locale()).format(arguments);
    }

    Trouble explain(Failure failure) {
        String key = failure.problem().key();
        Object[] details = failure.details().toArray();
        return new Trouble(
                say(key + ".what", details),
                say(key + ".safe", details),
                say(key + ".todo", details),
                key);
    }

    private Properties read(String room) {
        String name = "/packwitness/text/" + room + "_" + lang.code() + ".properties";
        Properties read = new Properties();
        try (InputStream in = Sentences.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("no bundle " + name);
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static Map<Lang, Sentences> all() {
        Map<Lang, Sentences> all = new EnumMap<>(Lang.class);
        for (Lang lang : Lang.values()) all.put(lang, new Sentences(lang));
        return all;
    }
}
