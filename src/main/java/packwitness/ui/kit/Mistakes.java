package packwitness.ui.kit;

import packwitness.text.Messages;

/** Mistakes of our own code: told to the user as a short code that leads to the log. */
final class Mistakes {
    private Mistakes() {}

    /** Writes the mistake with its code into the log; call once for a mistake. */
    static void log(Throwable mistake) {
        System.getLogger("packwitness.ui")
                .log(System.Logger.Level.ERROR, Messages.code(mistake), mistake);
    }
}
