package packwitness.text;

import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.Named;
import packwitness.value.Problem;
import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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

    /**
     * Returns what a platform is called, or the name itself where it is one that somebody typed.
     */
    public String platform(String name) {
        String key = "orders.platform." + name;
        return bundles.computeIfAbsent(room(key), this::read).patterns().containsKey(key)
                ? say(key)
                : name;
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

    /**
     * Explains a mistake of ours to the user it meets. The code is made from the kind of exception
     * and the place in our code it came from, so that the same mistake has the same code again.
     */
    public Explanation explainMistake(Throwable mistake) {
        return new Explanation(
                say("text.mistake.what"),
                say("text.mistake.safe"),
                say("text.mistake.todo"),
                code(mistake));
    }

    /** Returns the code of a mistake of ours: PW-MISTAKE-3F2A; the log has it beside the trace. */
    public static String code(Throwable mistake) {
        return "PW-MISTAKE-" + digits(mistake.getClass().getName() + place(mistake));
    }

    /** Returns the code support searches for, the same in both languages: PW-ROOM-3F2A. */
    public static String code(Problem problem) {
        return code(problem.key());
    }

    static String code(String key) {
        return "PW-" + room(key).toUpperCase(Locale.ROOT) + "-" + digits(key);
    }

    private static String digits(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, CODE_DIGITS)
                .toUpperCase(Locale.ROOT);
    }

    private static String place(Throwable mistake) {
        return Stream.of(mistake.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("packwitness."))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
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
    private Object[] plain(Object[] arguments, Format[] formats) {
        Object[] plain = arguments.clone();
        for (int i = 0; i < plain.length && i < formats.length; i++) {
            if (plain[i] instanceof Named named) plain[i] = say(named.nameKey());
            if (formats[i] == null) plain[i] = String.valueOf(plain[i]);
            // A count that comes as a detail of a problem, or as it was typed, is a count.
            else if (formats[i] instanceof ChoiceFormat && plain[i] instanceof String text)
                plain[i] = Long.valueOf(text.replaceAll("[^0-9]", ""));
        }
        return plain;
    }
}
