package packwitness.keep;

/** Hides most of a personal value, so that a glance at the screen tells nobody else's secrets. */
public final class Masks {
    private static final int SHOWN = 4;
    private static final int LEAST_FOR_BOTH_ENDS = 9;

    private Masks() {}

    /** Returns the first character and stars; never shows how long the name is. */
    public static String name(String name) {
        String text = name.strip();
        if (text.isEmpty()) return "";
        return text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
    }

    /** Returns the last four characters of a number, and the first two where it is long. */
    public static String number(String number) {
        String text = number.strip();
        if (text.length() <= SHOWN) return "*".repeat(text.length());
        String head = text.length() >= LEAST_FOR_BOTH_ENDS ? text.substring(0, 2) : "";
        return head
                + "*".repeat(text.length() - SHOWN - head.length())
                + text.substring(text.length() - SHOWN);
    }
}
