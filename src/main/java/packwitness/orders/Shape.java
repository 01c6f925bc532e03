package packwitness.orders;

/** How a value looks, without telling it: orders are personal. */
final class Shape {
    private static final int LONGEST = 24;

    private Shape() {}

    /** Returns 9 for every digit, A for a letter, 文 for a Chinese character; signs stay. */
    static String of(String value) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < value.length() && shape.length() < LONGEST; i++) {
            char c = value.charAt(i);
            boolean power =
                    (c == 'E' || c == 'e')
                            && i > 0
                            && Character.isDigit(value.charAt(i - 1))
                            && i + 1 < value.length()
                            && isPower(value.charAt(i + 1));
            if (power) shape.append('E');
            else if (Character.isDigit(c)) shape.append('9');
            else if (c < 128 && Character.isLetter(c)) shape.append('A');
            else if (Character.isLetter(c)) shape.append('文');
            else if (Character.isISOControl(c)) shape.append('?');
            else shape.append(c);
        }
        return value.length() > LONGEST ? shape + "… (" + value.length() + ")" : shape.toString();
    }

    private static boolean isPower(char c) {
        return c == '+' || c == '-' || Character.isDigit(c);
    }
}
