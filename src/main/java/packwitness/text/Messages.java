package packwitness.text;

import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.Problem;
import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language; safe for any thread. The first part of a key names the bundle it
 * stands in ({@code ui.search.empty} in {@code ui_zh.properties}); there is no falling back to the
 * other language.
 */
public final class Messages {
    private static final int CODE_DIGITS = 4;

    private final Lang lang;
    private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();

    private Messages(Lang lang) {
        this.lang = lang;
    }

    public static Messages of(Lang lang) {
        return new Messages(lang);
    }

    public Lang lang() {
        return lang;
    }

    /**
     * Returns the sentence with the arguments in its places {0}, {1} …; an unknown key is a mistake
     * of ours.
     */
    public String say(String key, Object... arguments) {
        String pattern = bundles.computeIfAbsent(room(key), this::read).patterns().get(key);
        if (pattern == null) throw new IllegalArgumentException("no text " + key + " in " + lang);
        MessageFormat format = new MessageFormat(pattern, lang.locale());
        return format.format(plain(arguments, format.getFormatsByArgumentIndex()));
    }

    /** Explains a problem; the details fill the places of all three sentences. */
    public Explanation explain(Problem problem, List<?> details) {
        String key = problem.key();
        Object[] arguments = details.toArray();
        return new Explanation(
                say(key + ".what", arguments),
                say(key + ".safe", arguments),
                say(key + ".todo", arguments),
                code(problem));
    }

    public Explanation explain(Failure failure) {
        return explain(failure.problem(), failure.details());
    }

    /** Returns the code support searches for, the same in both languages: PW-ROOM-3F2A. */
    public static String code(Problem problem) {
        String key = problem.key();
        String digits =
                Sha256.of(key.getBytes(StandardCharsets.UTF_8)).hex().substring(0, CODE_DIGITS);
        return ("PW-" + room(key) + "-" + digits).toUpperCase(Locale.ROOT);
    }

    private Bundle read(String room) {
        return Bundle.read(room, lang);
    }

    private static String room(String key) {
        int dot = key.indexOf('.');
        if (dot < 1) throw new IllegalArgumentException("a key begins with its room: " + key);
        return key.substring(0, dot);
    }

    // {0} alone prints a number as it is: a year, a frame or an order is no "2,026". Where a
    // sentence counts, its place says so ({0,number} or {0,choice,…}) and gets the number itself.
    private static Object[] plain(Object[] arguments, Format[] formats) {
        Object[] plain = arguments.clone();
        for (int i = 0; i < plain.length && i < formats.length; i++)
            if (formats[i] == null) plain[i] = String.valueOf(plain[i]);
        return plain;
    }
}
