package packwitness.orders;

/** Signs that no letter stands for: damage, or an order to the screen that shows the text. */
final class Signs {
    private Signs() {}

    /** Returns whether the text holds a sign that could not be read or that commands a screen. */
    static boolean isUnreadable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nearly every sign is a letter: one look settles it.
            if (c >= 0xA0 ? c == '\uFFFD' : isCommand(c)) return true;
        }
        return false;
    }

    /** Returns the text without commands; ends of lines and tabs stay. */
    static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++)
            if (!isCommand(text.charAt(i))) readable.append(text.charAt(i));
        return readable.toString();
    }

    private static boolean isCommand(char c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0x7F && c < 0xA0;
    }
}
