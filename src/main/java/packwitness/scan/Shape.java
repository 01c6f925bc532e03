package packwitness.scan;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * One shape of a number.
 *
 * @param tail how many characters at the end are the number; 0: all, or the group "no"
 * @param names whether the shape alone leaves one carrier
 */
record Shape(
        LinePattern pattern,
        Optional<CheckRule> check,
        boolean names,
        int tail,
        boolean date,
        Set<String> countries) {
    /** A line that fits: the number in it and what its check digit says. */
    record Fit(String number, CheckDigit state) {}

    Optional<Fit> fit(String text) {
        return pattern.matches(text)
                .filter(found -> isOfAKnownCountry(found) && (!date || isADate(text)))
                .map(found -> new Fit(number(found, text), state(found, text)));
    }

    private String number(Matcher found, String text) {
        if (tail > 0) return text.substring(text.length() - tail);
        return has(found, "no") ? found.group("no") : text;
    }

    private CheckDigit state(Matcher found, String text) {
        if (check.isEmpty()) return CheckDigit.NONE;
        int last = text.length() - 1;
        String body = has(found, "body") ? found.group("body") : text.substring(0, last);
        char digit = has(found, "check") ? found.group("check").charAt(0) : text.charAt(last);
        return check.get().holds(body, digit) ? CheckDigit.VALID : CheckDigit.WRONG;
    }

    private boolean isOfAKnownCountry(Matcher found) {
        return !has(found, "country") || countries.contains(found.group("country"));
    }

    private static boolean has(Matcher found, String group) {
        return found.namedGroups().containsKey(group) && found.group(group) != null;
    }

    /** Returns whether the text begins with yymmdd. */
    private static boolean isADate(String text) {
        if (!text.matches("\\d{6}.*")) return false;
        int month = Integer.parseInt(text.substring(2, 4));
        int day = Integer.parseInt(text.substring(4, 6));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
