package packwitness.scan;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as it came from the scanner, without what stands around it.
 *
 * @param symbology letter and digit of the symbology identifier, such as C1; empty without one
 */
record Line(String text, String symbology, Set<Repair> repairs) {
    private static final int LONGEST = 512;
    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\]】］]([AC-GILOQXde][0-9A-Za-z])(?=.)(.*)", Pattern.DOTALL);

    Line {
        repairs = Set.copyOf(repairs);
    }

    static Line of(String raw) {
        Set<Repair> repairs = EnumSet.noneOf(Repair.class);
        String text = framed(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        if (!text.equals(raw)) repairs.add(Repair.FRAME);
        Matcher identifier = IDENTIFIER.matcher(text);
        if (!identifier.matches()) return new Line(text, "", repairs);
        repairs.add(Repair.SYMBOLOGY);
        return new Line(framed(identifier.group(2)), identifier.group(1), repairs);
    }

    /** Takes off what a scanner puts around a code and what stands between its characters. */
    private static String framed(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == Gs1.SEPARATOR || !dropped(c)) kept.append(c);
        }
        int from = 0;
        int to = kept.length();
        while (from < to && blank(kept.charAt(from))) from++;
        while (to > from && blank(kept.charAt(to - 1))) to--;
        return kept.substring(from, to);
    }

    private static boolean dropped(char c) {
        return Character.isISOControl(c) || c == '\uFEFF' || c == '\uFFFD' || isInvisible(c);
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean blank(char c) {
        return c == Gs1.SEPARATOR || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Returns the line with half-width characters in the place of what an input method makes. */
    Line plain(Map<Integer, String> punctuation) {
        String joined = text.replace("……", "^").replace("——", "_");
        StringBuilder keys = new StringBuilder(joined.length());
        joined.codePoints()
                .forEach(c -> keys.append(punctuation.getOrDefault(c, Character.toString(c))));
        String plain = Normalizer.normalize(keys, Normalizer.Form.NFKC).strip();
        return plain.equals(text) ? this : new Line(plain, symbology, with(Repair.INPUT_METHOD));
    }

    /** Returns the line read back through a keyboard layout. */
    Optional<Line> through(Keyboard keyboard) {
        return keyboard.back(text)
                .filter(meant -> !meant.equals(text))
                .map(meant -> new Line(meant, symbology, with(Repair.KEYBOARD_LAYOUT)));
    }

    Set<Repair> with(Repair repair) {
        Set<Repair> more = EnumSet.of(repair);
        more.addAll(repairs);
        return more;
    }

    boolean isOfGoods() {
        return symbology.startsWith("E");
    }

    boolean isOfElements() {
        return Set.of("C1", "d2", "Q3", "J1").contains(symbology)
                || symbology.startsWith("e")
                || text.indexOf(Gs1.SEPARATOR) >= 0
                || text.matches("\\(\\d{2,4}\\).+");
    }
}
