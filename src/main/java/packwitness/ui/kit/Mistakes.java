package packwitness.ui.kit;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Mistakes of our own code: told to the user as a short code that leads to the log. */
final class Mistakes {
    private static final int DIGITS = 4;

    private Mistakes() {}

    /** Writes the mistake with its code into the log; call once for a mistake. */
    static void log(Throwable mistake) {
        System.getLogger("packwitness.ui").log(System.Logger.Level.ERROR, code(mistake), mistake);
    }

    /** Returns its code, the same for the same place in the code. */
    static String code(Throwable mistake) {
        StackTraceElement[] trace = mistake.getStackTrace();
        String place = mistake.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
        return "PW-UI-"
                + Sha256.of(place.getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, DIGITS)
                        .toUpperCase(Locale.ROOT);
    }
}
