package packwitness.orders;

import packwitness.value.Fen;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Amounts of money as files write them; exact, or not at all. */
final class Money {
    private static final int MOST_DIGITS = 13;

    private Money() {}

    /**
     * Returns the amount of a text such as {@code ¥1,234.50}; empty where it is none, is less than
     * nothing, or has parts of a fen.
     */
    static Optional<Fen> of(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBefore(text.charAt(from))) from++;
        while (to > from && isAfter(text.charAt(to - 1))) to--;
        long whole = 0;
        int digits = 0;
        int group = -1;
        int at = from;
        for (; at < to && text.charAt(at) != '.'; at++) {
            char c = text.charAt(at);
            if (c == ',' || c == '，') {
                if (digits == 0 || group >= 0 && group != 3) return Optional.empty();
                group = 0;
                continue;
            }
            int digit = c - '0';
            if (digit < 0 || digit > 9 || ++digits > MOST_DIGITS) return Optional.empty();
            whole = whole * 10 + digit;
            if (group >= 0) group++;
        }
        // "1,23" is a comma for cents in some countries: it must not become 123.
        if (digits == 0 || group >= 0 && group != 3) return Optional.empty();
        long fen = 0;
        int decimals = 0;
        for (at++; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) return Optional.empty();
            if (++decimals <= 2) fen = fen * 10 + digit;
            else if (digit != 0) return Optional.empty();
        }
        if (decimals == 1) fen *= 10;
        return Optional.of(new Fen(whole * 100 + fen));
    }

    private static boolean isBefore(char c) {
        return c == '¥' || c == '￥' || c == '$' || c == ' ' || c == '+';
    }

    private static boolean isAfter(char c) {
        return c == '元' || c == ' ';
    }

    /** Returns the amount of a number cell, which a spreadsheet keeps in binary. */
    static Optional<Fen> ofNumber(String raw) {
        try {
            BigDecimal value = new BigDecimal(raw).round(new MathContext(15)).stripTrailingZeros();
            if (value.precision() - value.scale() > MOST_DIGITS) return Optional.empty();
            return of(value.toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
