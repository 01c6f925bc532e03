package packwitness.scan;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The code on a packer's badge. A name that is not of capitals and digits alone is written as its
 * character numbers, because a scanner types like a keyboard and a keyboard has no 张.
 */
public final class BadgeCode {
    private static final int LONGEST = 16;
    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9]{1,16}");
    private static final Pattern NUMBERS =
            Pattern.compile("U([0-9A-F]{4,6}(?:-[0-9A-F]{4,6}){0,15})");

    private BadgeCode() {}

    /**
     * Returns the code to print for a name of 1 to 16 characters, such as PW-BADGE-U5F20-4E09 for
     * 张三.
     */
    public static String of(String name) {
        if (!isPossible(name)) throw new IllegalArgumentException("a badge has 1 to 16 characters");
        String kept = name.strip();
        if (PLAIN.matcher(kept).matches() && decoded(kept).isEmpty()) return "PW-BADGE-" + kept;
        return "PW-BADGE-U"
                + kept.codePoints().mapToObj("%04X"::formatted).collect(Collectors.joining("-"));
    }

    /** Returns whether a badge can be made for this name. */
    public static boolean isPossible(String name) {
        String kept = name.strip();
        int length = kept.codePointCount(0, kept.length());
        return length >= 1
                && length <= LONGEST
                && kept.codePoints()
                        .allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
    }

    /** Returns the name behind PW-BADGE-, which may be written as character numbers. */
    static String name(String written) {
        return decoded(written).orElse(written);
    }

    private static Optional<String> decoded(String written) {
        Matcher found = NUMBERS.matcher(written);
        if (!found.matches()) return Optional.empty();
        int[] points =
                Arrays.stream(found.group(1).split("-"))
                        .mapToInt(hex -> Integer.parseInt(hex, 16))
                        .toArray();
        for (int point : points)
            if (!Character.isDefined(point) || Character.isISOControl(point))
                return Optional.empty();
        return Optional.of(new String(points, 0, points.length));
    }
}
