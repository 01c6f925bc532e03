package packwitness.text;

import packwitness.value.Lang;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Leads from the code a user reads out to the sentences it stood under. */
public final class ProblemCodes {
    /** All rooms with sentences. */
    static final List<String> ROOMS =
            List.of(
                    "bench",
                    "capture",
                    "claim",
                    "cli",
                    "dossier",
                    "inspect",
                    "keep",
                    "kit",
                    "ledger",
                    "orders",
                    "platform",
                    "recording",
                    "scan",
                    "setting",
                    "shipment",
                    "shop",
                    "start",
                    "storage",
                    "text",
                    "ui",
                    "yaml");

    private static final String WHAT = ".what";
    private static final Object[] UNKNOWN = {"…", "…", "…", "…", "…", "…"};

    private ProblemCodes() {}

    /** Returns what the code says, with … for what was named then; nothing where none has it. */
    public static Optional<Explanation> find(String typed, Lang lang) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        Messages messages = Messages.of(lang);
        return ROOMS.stream()
                .flatMap(room -> keys(room, lang))
                .filter(key -> Messages.code(key).equals(code))
                .findFirst()
                .map(key ->
                        new Explanation(
                                messages.say(key + WHAT, UNKNOWN),
                                messages.say(key + ".safe", UNKNOWN),
                                messages.say(key + ".todo", UNKNOWN),
                                code));
    }

    /** Returns the keys of the problems of a room: its name, a dot, a name in capitals. */
    private static Stream<String> keys(String room, Lang lang) {
        return Bundle.read(room, lang).patterns().keySet().stream()
                .filter(key -> key.endsWith(WHAT))
                .map(key -> key.substring(0, key.length() - WHAT.length()))
                .filter(key -> key.matches("\\w+\\.[A-Z][A-Z0-9_]*"));
    }
}
