package packwitness.orders;

/** Takes off what platforms and spreadsheets wrap around a value. */
final class Bare {
    private Bare() {}

    /**
     * Returns the value without blanks, tabs, invisible marks, a leading apostrophe, and the {@code
     * ="…"} that keeps a number text.
     */
    static String of(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) from++;
        while (to > from && isBlank(cell.charAt(to - 1))) to--;
        if (to - from >= 3
                && cell.charAt(from) == '='
                && cell.charAt(from + 1) == '"'
                && cell.charAt(to - 1) == '"')
            return of(cell.substring(from + 2, to - 1).replace("\"\"", "\""));
        if (from < to && cell.charAt(from) == '\'') return of(cell.substring(from + 1, to));
        return from == 0 && to == cell.length() ? cell : cell.substring(from, to);
    }

    /** The same for a piece of a buffer, without making a text that is not needed. */
    static String of(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(buffer[from])) from++;
        while (to > from && isBlank(buffer[to - 1])) to--;
        if (from == to) return "";
        String text = new String(buffer, from, to - from);
        char first = text.charAt(0);
        return first == '=' || first == '\'' ? of(text) : text;
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c >= 0x7F
                        && (c == 0xA0
                                || c == 0x3000
                                || c == 0xFEFF
                                || c >= 0x200B && c <= 0x200F
                                || c == 0x7F);
    }
}
