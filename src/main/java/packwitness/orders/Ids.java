package packwitness.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers that are names: every digit counts, so one that a spreadsheet has touched is refused. */
final class Ids {
    /** A spreadsheet keeps no more digits than these. */
    private static final int EXACT_DIGITS = 15;

    private static final int LONGEST = 64;
    private static final Pattern POWER = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+]?\\d+");
    private static final Pattern SEVERAL = Pattern.compile("[,，;；、|\\s]+");
    private static final Pattern PREFIX = Pattern.compile("^(?i:no)[.:：]\\s*");

    private Ids() {}

    /** What a cell looks like at the first glance; most need no second. */
    enum Glance {
        LONG_NUMBER,
        PLAIN,
        ODD
    }

    /**
     * Looks at a cell once: one name of digits, or of letters and digits, is sound and unspoilt.
     */
    static Glance glance(String cell) {
        int length = cell.length();
        if (length == 0 || length > LONGEST) return Glance.ODD;
        boolean digits = true;
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') continue;
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            // A power of ten has an E.
            if (!letter || c == 'E' || c == 'e') return Glance.ODD;
            digits = false;
        }
        return digits && length > EXACT_DIGITS ? Glance.LONG_NUMBER : Glance.PLAIN;
    }

    /** Returns whether digits are lost: a power of ten, or a number too long for a spreadsheet. */
    static boolean isSpoilt(String text, boolean number) {
        if (number) return exact(text).isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'E' || c == 'e') return POWER.matcher(text).matches();
        }
        return false;
    }

    /** Returns the digits of a number cell, empty where some are lost. */
    static String exact(String raw) {
        boolean plain = raw.length() <= EXACT_DIGITS;
        for (int i = 0; plain && i < raw.length(); i++)
            plain = raw.charAt(i) >= '0' && raw.charAt(i) <= '9';
        if (plain) return raw;
        try {
            BigDecimal value = new BigDecimal(raw).stripTrailingZeros();
            if (value.scale() > 0
                    || value.signum() < 0
                    || value.precision() - value.scale() > EXACT_DIGITS) return "";
            return value.toPlainString();
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /** Returns whether a long number has only zeros where a spreadsheet has no digits left. */
    static boolean endsInLostDigits(String longNumber) {
        for (int i = longNumber.length() - 1; i >= EXACT_DIGITS; i--)
            if (longNumber.charAt(i) != '0') return false;
        return true;
    }

    static boolean isLongNumber(String id) {
        if (id.length() <= EXACT_DIGITS) return false;
        for (int i = 0; i < id.length(); i++)
            if (id.charAt(i) < '0' || id.charAt(i) > '9') return false;
        return true;
    }

    /** Returns the numbers of a cell that names several; most name one. */
    static List<String> split(String cell) {
        boolean one = true;
        for (int i = 0; one && i < cell.length(); i++) {
            char c = cell.charAt(i);
            one = c > ' ' && c < 128 && c != ',' && c != ';' && c != '|' && c != ':';
        }
        if (one) return List.of(cell);
        List<String> parts = new ArrayList<>();
        for (String part : SEVERAL.split(PREFIX.matcher(cell).replaceFirst(""))) {
            String bare = PREFIX.matcher(part).replaceFirst("");
            if (!bare.isEmpty() && !parts.contains(bare)) parts.add(bare);
        }
        return List.copyOf(parts);
    }

    /** Returns whether a platform could have given it. */
    static boolean isSound(String id) {
        if (id.isEmpty() || id.length() > LONGEST) return false;
        boolean alphanumeric = false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean command = c < ' ' || c >= 0x7F && c < 0xA0;
            if (command || c == '\uFFFD' || c == '=' || c == '@') return false;
            alphanumeric |= Character.isLetterOrDigit(c);
        }
        return alphanumeric;
    }
}
